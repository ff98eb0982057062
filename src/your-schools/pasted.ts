import type {RegisterSchool} from "../lists/register.ts";

/** A line of what was pasted that is a name: which school is meant has to be confirmed. */
export interface NamedLine {
  name: string;
  /** Schools called like it, the likeliest first. */
  candidates: RegisterSchool[];
}

/** The URN that was confirmed by name; null for none of those offered. */
export type Confirmed = ReadonlyMap<string, number | null>;

/** What was pasted, as a list that can be checked, and the names that nobody has confirmed yet. */
export interface Pasted {
  text: string;
  unconfirmed: NamedLine[];
}
