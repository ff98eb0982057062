import {html} from "htl";
import type {About} from "../ui/about.js";
import {answered} from "../ui/answered.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {folded} from "../ui/folded.js";
import {counted, number} from "../ui/format.js";
import type {MeasureRow, ProgrammeCostRow, VarianceRow} from "../ui/release.js";
import {howReckoned} from "./how-reckoned.js";
import {readPlan, type PlanChoice} from "./plan-choice.js";
import {curvePoints, planCurve, type CurvePoint} from "./plan-curve.js";
import {planForm} from "./plan-form.js";
import {planRows} from "./plan-rows.js";
import {planTable} from "./plan-table.js";
import type {Column} from "../ui/table.js";
import {programmeCosts} from "./programme-costs.js";

/** What a programme of some size could see, and what it would cost: a sentence, designs side by side, a curve. */
export function plan(
  variances: readonly VarianceRow[],
  {measures, costs}: {measures: readonly MeasureRow[]; costs: readonly ProgrammeCostRow[]}
): HTMLElement {
  if (variances.length === 0)
    return html`<p>This release holds no outcome of enough schools and years to plan with.</p>`;
  const {choice: start, refused} = readPlan(new URLSearchParams(location.search), variances);
  const form = planForm(variances, measures, start);
  const parts = (choice: PlanChoice) => {
    const row = variances.find(({phase, measure}) => phase === choice.phase && measure === choice.measure)!;
    const measure = measures.find(({id}) => id === choice.measure)!;
    return {choice, row, measure, rows: planRows(choice, row, measure)};
  };
  return html`<div>
    ${refused.length ? html`<p class="absent">The address asks for ${refused.join(", ")}, which this page cannot use. It shows what stands below instead.</p>` : ""}
    ${answered(form, (choice) => lead(parts(choice)), {live: true})} ${form}
    ${answered(form, (choice) => sideBySide(parts(choice)))} ${answered(form, (choice) => curve(parts(choice)))}
    <h2 id="costs">What other programmes cost</h2>
    ${answered(form, (choice) => {
      const {rows} = parts(choice);
      return programmeCosts(costs, {cost: choice.cost, pupil: rows[0].cost?.cost.per_pupil ?? null});
    })}
    <h2 id="how">How it is reckoned</h2>
    ${answered(form, (choice) => folded("From which figures, by which formulas", () => howReckoned(parts(choice).row)))}
  </div>`;
}

type Parts = {choice: PlanChoice; row: VarianceRow; measure: MeasureRow; rows: ReturnType<typeof planRows>};

const lead = ({rows, choice}: Parts): HTMLElement =>
  html`<div>
    ${rows.map(
      ({name, sentences, caveat}) =>
        html`<p class="lead">${rows.length > 1 ? html`<b>${name}.</b> ` : ""}${sentences.join(" ")}</p>
          ${caveat === null ? "" : html`<p>${caveat}</p>`}`
    )}
    ${choice.cost === null ? html`<p class="small">Type below what one helped school costs a year, and the cost of an effect is worked out.</p>` : ""}
  </div>`;

const aboutPlan = ({row, rows, measure}: Parts): About[] => [
  {
    type: "Planned programme",
    phase: `${row.phase} schools`,
    outcome: measure.label,
    role: "Variances from all schools",
    years: rows
      .map(({name, before, after}) => `${name}: ${counted(before, "year")} before, ${after} of help`)
      .join("; "),
    schools: row.schools,
    strength: "planned, not an effect"
  }
];

const sideBySide = (parts: Parts): HTMLElement => planTable(parts.rows, {...parts, about: aboutPlan(parts)});

function curve(parts: Parts): HTMLElement {
  const {row, measure, rows} = parts;
  const points = curvePoints(rows, row);
  const isRange = points.some(({least, effect}) => least !== effect);
  const leastColumn: Column<CurvePoint> = {
    name: "The least it can be",
    show: ({least}) => (least === null ? "not known" : number(least, rows[0].digits)),
    raw: ({least}) => least,
    numeric: true
  };
  if (points.length === 0)
    return html`<p>No curve can be drawn: at no size does this design see anything, for the reason above.</p>`;
  return figure(
    fit((width) => planCurve(points, rows, {variance: row, measure, width: Math.min(width, 760)})),
    {
      title: `${measure.label}: what a programme could see, by its size`,
      subtitle: `Smallest effect in ${row.unit} that would be seen four times in five, by schools helped${row.in ? `; in the unit of ${row.in.label}` : ""}.`,
      about: aboutPlan(parts),
      notes: html`<span
        ><b>How to read it.</b> The dot is the design, the line the same design with fewer or more schools. The dotted
        line is the smallest effect of interest of this outcome, ${number(row.smallest_effect, measure.digits)}: only
        below it can “no difference that matters”
        be${isRange ? " said. The line is the most that the smallest effect can be; the band is what is possible where some years cannot be compared." : " said."}</span
      >`,
      rows: points,
      columns: [
        {name: "Design", show: ({design}) => design},
        {name: "Schools helped", show: ({schools}) => String(schools), raw: ({schools}) => schools, numeric: true},
        {
          name: `Smallest effect, ${row.unit}`,
          show: ({effect}) => number(effect, rows[0].digits),
          raw: ({effect}) => effect,
          numeric: true
        },
        ...(isRange ? [leastColumn] : [])
      ],
      file: `plan-${row.phase}-${row.measure}-curve`,
      single: true
    }
  );
}
