import {html} from "htl";
import {academicYear, number} from "../ui/format.js";
import type {SchoolFile} from "../ui/release.js";
import {table} from "../ui/table.js";

/** The schools most like it before it joined, by name, and how like they were; or why none are named. */
export function schoolSimilar({similar: {cohort, schools, like, absent}}: Pick<SchoolFile, "similar">): HTMLElement {
  if (absent !== null || schools.length === 0) {
    return html`<p>${absent ?? "Not enough is known of it to name similar schools."}</p>`;
  }
  const when = cohort === null ? "" : ` before it joined in ${academicYear(cohort)}`;
  return html`<div>
    <p>
      These schools were nearest to it in what was known${when}. They show what kind of school is meant by “similar”. No
      figure rests on them alone: expected change comes from all schools of the phase that had not joined.
    </p>
    <ul>
      ${schools.map(({id, name}) => html`<li><a href=${`./school?id=${id}`}>${name}</a></li>`)}
    </ul>
    ${
      like.length === 0
        ? ""
        : table("How like they are", like, [
            {name: "Known of a school", show: ({label}) => label},
            {name: "This school", show: ({school}) => number(school, 1), numeric: true},
            {name: "Similar schools, mean", show: (d) => number(d.similar, 1), numeric: true}
          ])
    }
  </div>`;
}
