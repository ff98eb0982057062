import {doubts} from "./is-within.ts";

/** Why it cannot be inferred who was in a partnership, or whether a school was. */
export const undecided = {
  ...doubts,
  no_phase: "no file says whether it is a primary, secondary or special school",
  part_of_area: "only a part of the area belonged, and which schools lay in it takes a list",
  needs_list: "who was in it takes a list, and none is in the folder",
  members_unknown: "nobody says which schools are in it",
  no_start: "nobody says when it began",
  not_in_files: "a list names the school, and no other file does"
} as const;
export type Undecided = keyof typeof undecided;
