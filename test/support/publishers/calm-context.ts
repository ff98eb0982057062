import {Agent} from "undici";
import {limits, type Limits, type Context} from "../../../pipelines/fetch/context.ts";
import {userAgent} from "../../../pipelines/fetch/default-context.ts";
import type {LocalPublishers} from "./server.ts";

/** A context whose clock moves only when somebody sleeps, so that no wait takes time. */
export interface CalmContext extends Context {
  /** How long each sleep was, in milliseconds. */
  slept: number[];
}

/** 20 November 2026, ten o’clock. */
export const TODAY = Date.UTC(2026, 10, 20, 10);

/** The context for a test: the local publishers, a still clock, and no chance. */
export function calmContext(
  {publishers}: Pick<LocalPublishers, "publishers">,
  bounds: Partial<Limits> = {}
): CalmContext {
  const slept: number[] = [];
  let now = TODAY;
  return {
    publishers,
    limits: {...limits, headers_ms: 2_000, silence_ms: 2_000, whole_ms: 10_000, ...bounds},
    user_agent: userAgent("0.0.0"),
    dispatcher: new Agent(),
    slept,
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => 0
  };
}
