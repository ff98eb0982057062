import type {Source} from "../../src/published-files/source.ts";
import type {Lock} from "./lock.ts";
import type {Context} from "./context.ts";
import type {Listing} from "./statistics/objects.ts";

/** One run of fetching: where files go, what is there, and how careful to be. */
export interface Run {
  /** The folder of raw files. */
  to: string;
  /** Beside them, where downloads wait until they are whole and known: on the same disk. */
  unfinished: string;
  sources: readonly Source[];
  lock: Lock;
  /** Ask for everything anew, as if nothing were held. */
  again: boolean;
  /** Take files of a surprising size. */
  any_size: boolean;
  context: Context;
  /** What publications were said to hold in this run, so that nobody is asked twice. */
  listings: Map<string, Promise<Listing>>;
  /** Called as bytes of a file come. */
  progress: (what: string, bytes: number) => void;
}

/** What became of one file. `kept`: held, and still what the publisher has. */
export interface Delivered {
  path: string;
  outcome: "came" | "kept";
  bytes: number;
  /** What a person should know of it. */
  notes: readonly string[];
}

/** What did not come, and why. */
export interface Missed {
  what: string;
  why: string;
  fix: string;
  /** The source it is of, where a task is for several. */
  source?: string;
  /** Whether it is only not published yet. */
  not_yet?: boolean;
}

/** What one task brought. */
export interface Result {
  delivered: Delivered[];
  missed: Missed[];
}
