import type {Dispatcher} from "undici";
import type {Publishers} from "./publishers.ts";

/** Everything a fetch needs from outside, so that a test can give another. */
export interface Context {
  publishers: Publishers;
  limits: Limits;
  user_agent: string;
  /** How requests leave: through the proxy that the environment names, or straight. */
  dispatcher: Dispatcher;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** How long, how large and how often: bounds on what a publisher, or whoever answers for it, can do to us. */
export interface Limits {
  tries: number;
  /** The wait before the second try; each later one is twice as long, with half of it left to chance. */
  first_wait_ms: number;
  longest_wait_ms: number;
  /** A publisher that asks for a longer rest than this is left alone until another day. */
  longest_rest_ms: number;
  /** Until the answer begins; between two pieces of it; and for all of it. */
  headers_ms: number;
  silence_ms: number;
  whole_ms: number;
  json_bytes: number;
  file_bytes: number;
  /** Bytes that an archive, or a compressed answer, may unpack to, and how many for each packed byte. */
  unpacked_bytes: number;
  unpacked_ratio: number;
  members: number;
  /** Requests to one host at the same time, and milliseconds from one to the next. */
  at_once: number;
  spacing_ms: number;
}

/** The publishers print no numbers: these are what a courteous reader does. */
export const limits: Limits = {
  tries: 6,
  first_wait_ms: 1_000,
  longest_wait_ms: 60_000,
  longest_rest_ms: 600_000,
  headers_ms: 90_000,
  silence_ms: 60_000,
  whole_ms: 1_800_000,
  json_bytes: 64e6,
  file_bytes: 1e9,
  unpacked_bytes: 1.5e9,
  unpacked_ratio: 200,
  members: 500,
  at_once: 2,
  spacing_ms: 250
};
