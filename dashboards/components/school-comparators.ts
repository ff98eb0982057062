import {html} from "htl";
import {folded} from "./folded.js";
import {academicYear, counted, number, small} from "./format.js";
import {LOOKS} from "./look.js";
import type {KindNote, SchoolNote} from "./release.js";
import {table} from "./table.js";

type Comparators = SchoolNote["comparators"][number];

/** Comparators that are named; the rest are counted. */
const NAMED = 30;

/** The schools it is compared with, kind by kind, and how alike they were when they were chosen. */
export function schoolComparators({comparators, memberships}: SchoolNote, kinds: readonly KindNote[]): HTMLElement {
  if (comparators.length === 0) {
    const why =
      memberships.length === 0
        ? "It is in no partnership on record, so nothing is set beside it."
        : "No similar schools were chosen for it: that takes a known day of joining and results in the years before.";
    return html`<p>${why}</p>`;
  }
  const kindOf = (id: string) => kinds.find((d) => d.id === id)?.label ?? id;
  return html`<div>
    <p>
      Similar schools were chosen once, by what was known before it joined, and stay the same: later years cannot change
      who is compared with whom.
    </p>
    ${comparators.map((d, i) => folded(summary(d, kindOf(d.kind)), () => one(d), {open: i === 0}))}
  </div>`;
}

const summary = ({role, cohort, schools}: Comparators, kind: string): string =>
  `${counted(schools.length, "similar school")}, as ${LOOKS[role].name.toLowerCase().replace(/s$/, "")} in ${small(kind)} from ${academicYear(cohort)}`;

function one({schools, like}: Comparators): HTMLElement {
  const total = schools.reduce((sum, {weight}) => sum + weight, 0);
  const heaviest = [...schools].sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name, "en-GB"));
  const more = schools.length > NAMED ? `, the ${NAMED} that count most of ${schools.length}` : "";
  return html`<div>
    ${
      like.length > 0
        ? table("Why they are alike: measured before it joined", like, [
            {name: "Measured", show: ({label}) => label},
            {name: "This school", show: ({school}) => number(school, 2), numeric: true},
            {name: "Similar schools, mean", show: (d) => number(d.comparators, 2), numeric: true}
          ])
        : html`<p>What they were chosen by is not in this release.</p>`
    }
    ${table(`Similar schools${more}`, heaviest.slice(0, NAMED), [
      {name: "School", show: ({id, name}) => html`<a href=${`./school?id=${id}`}>${name}</a>`},
      {
        name: "Share of the comparison",
        show: ({weight}) => (total > 0 ? `${number((100 * weight) / total, 1)}%` : "not weighted"),
        numeric: true
      }
    ])}
  </div>`;
}
