import {count} from "../ui/format.js";

/** How it was worked out, in words of every day; the page on methods says it exactly. */
export const HOW = [
  "We take each school’s results before it joined. We leave out the year just before, because that year is often odd.",
  "We then ask how schools like it changed over the same years. Those schools had not joined.",
  "The answer is the gap between the two. We work it out in two ways and print both.",
  "The first way compares schools with the same sort of pupils. The second compares schools with the same past results too.",
  "Results go up and down by chance. So we draw invented groups of schools that had not joined. We count how many moved as far.",
  "The more outcomes we look at, the more will move far by chance. So we ask more of each one.",
  "These figures cannot say why results changed. Other things may have changed at the same time."
] as const;

/** What stands above each part of a pack. */
export const INTRO = {
  schools: "These are the schools, and when each joined. Their results follow, as published.",
  charts:
    "The coloured line is the schools. Grey is what was expected of them. Zero is where they stood before joining.",
  none: "No outcome can be compared. The reasons are below.",
  how: "Nothing could be worked out for these schools. This is what we do where it can be.",
  did: "Figures cannot say what a partnership did. Tick what it has. Write what it did, when, and with which schools. It stays in this browser.",
  definition: "A partnership shares at least one thing, and somebody watches over it."
} as const;

/** Why not all schools of a large body stand here one by one. */
export const sayFirst = (shown: number, all: number): string =>
  `The first ${count(shown)} of ${count(all)} schools stand here one by one. The mean is of all of them.`;

/** The same of the list of members. */
export const firstListed = (shown: number, all: number): string =>
  `The first ${count(shown)} of ${count(all)} are printed. The page of the partnership has a file of all.`;
