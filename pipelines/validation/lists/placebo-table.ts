import {rounded, type Found} from "../truth-page.ts";
import type {PlaceboLists} from "./placebo-lists.ts";

/** The most lists, in per cent, of which a page may claim anything where nothing happened. */
const MOST = 5;

/** What came of the lists, as a validation. */
export function placeboListsFound(all: readonly PlaceboLists[], {command}: {command: string}): Found {
  const rows = all.map(({phase, size, cohort, untreated, lists, claimed, claimed_alone, outcomes}) => [
    size,
    phase,
    cohort,
    untreated,
    lists,
    rounded(outcomes, 1),
    rounded((100 * claimed) / lists, 1),
    rounded((100 * claimed_alone) / lists, 1),
    (100 * claimed) / lists <= MOST ? "holds" : "FAILS"
  ]);
  const fails = rows
    .filter((row) => row.at(-1) === "FAILS")
    .map((row) => `${row[0]} ${row[1]} schools: something is claimed of ${row[6]}% of lists`);
  return {
    id: "placebo-lists",
    title: "Lists of real schools in which nothing happened, as the page on your schools estimates them",
    summary: `${rows.length - fails.length} of ${rows.length} rows hold; ${fails.length} fail.`,
    command,
    columns: [
      {name: "schools on a list", numeric: true},
      {name: "phase of education", numeric: false},
      {name: "first treated year", numeric: true},
      {name: "schools drawn from", numeric: true},
      {name: "lists", numeric: true},
      {name: "outcomes of a list", numeric: true},
      {name: "lists with any claim, %", numeric: true},
      {name: "with any, outcome by outcome, %", numeric: true},
      {name: "standard", numeric: false}
    ],
    rows,
    fails,
    notes: [
      "Each list is drawn by lot from schools that joined no trust or federation by the last year looked at, and is given one day of joining. The page’s own functions estimate all its outcomes.",
      `Of at most ${MOST}% of lists may the page claim anything, of any outcome.`,
      "Outcome by outcome: what would be claimed if nobody minded how many outcomes are looked at."
    ]
  };
}
