/** What came of the tries of one family of faults or bad inputs. */
export interface Tally {
  family: string;
  tried: number;
  /** It ended as it should: with the right answer, or refused with a message. */
  survived: number;
  silent_wrong: number;
  lost: number;
  blocked: number;
  bad_message: number;
  /** The first that ended otherwise, and how. */
  first: string;
}

export type Outcome = "survived" | "silent_wrong" | "lost" | "blocked" | "bad_message";

/** A tally to be filled, one try at a time. */
export function makeTally(family: string): Tally & {add(outcome: Outcome, what: string): void} {
  const counts = {tried: 0, survived: 0, silent_wrong: 0, lost: 0, blocked: 0, bad_message: 0, first: ""};
  return Object.assign(counts, {
    family,
    add(this: typeof counts, outcome: Outcome, what: string) {
      this.tried++;
      this[outcome]++;
      if (outcome !== "survived") this.first ||= `${outcome}: ${what}`;
    }
  });
}

/** Whether a command that failed said so in one message, without a stack. */
export const isGoodMessage = (stderr: string): boolean =>
  /^[\s\S]+\n\n {2}fix: .+\n*$/.test(stderr) && !/^\s+at .*:\d+:\d+/m.test(stderr);
