import {describeSchool, type DescribedYear, type Published} from "school-partnerships/your-schools";
import {html} from "htl";
import {PHASES} from "../chart/look.js";
import {folded} from "../ui/folded.js";
import {academicYear, number} from "../ui/format.js";
import {table, type Column} from "../ui/table.js";
import type {ReportedPhase, ReportedSchool} from "./make-report.js";

interface Line {
  school: ReportedSchool;
  at: DescribedYear;
}

const NONE = "no figure";

/** Each school in each of the last years, next to all schools of its phase and those most like it: a table an outcome. */
export function describedTables({phase, schools, published}: ReportedPhase, {open = false} = {}): HTMLElement {
  return html`<section class="described">
    <h3>${PHASES[phase]} schools, as published</h3>
    ${published.map((one) => describedTable(one, schools, PHASES[phase].toLowerCase()))} ${likeThem(schools, open)}
  </section>`;
}

function describedTable(one: Published, schools: readonly ReportedSchool[], phase: string): HTMLElement {
  const described = schools.map((school) => ({
    school,
    years: describeSchool(one, school.row, school.similar.rows)
  }));
  const [shown, silent] = [true, false].map((has) =>
    described.filter(({years}) => years.some(({own}) => own !== null) === has)
  ) as [typeof described, typeof described];
  const lines = shown.flatMap(({school, years}) => years.map((at): Line => ({school, at})));
  const show = (value: number | null) => (value === null ? NONE : number(value, one.digits));
  const columns: Column<Line>[] = [
    {name: "School", show: ({school}) => school.name},
    {name: "Year", show: ({at}) => academicYear(at.year)},
    {name: "This school", show: ({at}) => show(at.own), numeric: true},
    {name: "All with a figure", show: ({at}) => show(at.national), numeric: true},
    {
      name: "Schools like it",
      show: ({school, at}) => (school.similar.absent === null ? show(at.similar) : "none named"),
      numeric: true
    },
    {
      name: `Of 100 ${phase} schools, lower`,
      show: ({at}) => (at.above === null ? NONE : String(at.above)),
      numeric: true
    }
  ];
  const title = `${one.label}, ${one.unit}`;
  return html`<div>
    ${lines.length > 0 ? table(title, lines, columns) : html`<h4>${title}</h4>`}
    ${
      silent.length > 0
        ? html`<p>
            No figure in this release for
            ${shown.length === 0 ? "any of these schools" : silent.map(({school}) => school.name).join("; ")}.
          </p>`
        : ""
    }
  </div>`;
}

const likeThem = (schools: readonly ReportedSchool[], open: boolean): HTMLElement =>
  folded(
    "Which schools are like them",
    () =>
      html`<ul>
        ${schools.map(({name, similar}) => html`<li><strong>${name}</strong>: ${similar.absent ?? similar.names.join("; ")}</li>`)}
      </ul>`,
    {open}
  );
