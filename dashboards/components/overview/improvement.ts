import {html} from "htl";
import {aboutResult, type ResultContext} from "../ui/about.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {count, counted, number, signed, span} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {spanDomain, pathHeading, pathPanel, type RatePath} from "../chart/path-panel.js";
import {placePanels} from "../chart/place-panels.js";
import {isRated, rateRows, ratesChart, rateWords, type Rated} from "../chart/rates.js";
import type {Result, Role} from "../ui/release.js";
import type {Column} from "../ui/table.js";

/** Rates of improvement: how schools changed, what was expected of them, and how all schools changed; the schools behind the effect. */
export function improvement(results: readonly Result[], context: ResultContext): HTMLElement | "" {
  const rated = results.filter(isRated);
  if (rated.length === 0) return "";
  return html`<section aria-labelledby="rates">
    <h2 id="rates">Rates of improvement</h2>
    <p>
      What these schools did, beside what was expected of them had they not joined. What they did beyond it is the
      effect above: the same schools, the same calculation.
    </p>
    ${ratesFigure(rated, context)} ${pathFigure(rated, context)}
  </section>`;
}

const GROUPS = {
  before: ({rates}: Rated) => [rates.before, rates.all_before],
  after: ({rates}: Rated) => [rates.after, rates.all_after]
} as const;

function ratesFigure(rated: readonly Rated[], context: ResultContext): HTMLElement {
  const {unit, digits: own, partnership_type, phase, measure} = rated[0];
  const digits = own + 1;
  const rows = rateRows(rated);
  const number_ = (name: string, of: (d: Rated) => number | null): Column<Rated> => ({
    name,
    show: (d) => {
      const value = of(d);
      return value === null ? "too few years" : signed(value, digits);
    },
    raw: of,
    numeric: true
  });
  return figure(
    fit((width) => ratesChart(rows, {digits, width: Math.min(width, 760)})),
    {
      title: "Change a year, before joining and since",
      subtitle: `${context.measure.label}, in ${unit} a year. Every school counts once.`,
      about: rated.map((d) => aboutResult(d, context)),
      key: html`<ul class="key">
        <li>× before joining</li>
        <li>● ◆ ■ since joining</li>
        <li>grey bar: expected of them, from the same trend to the same past</li>
      </ul>`,
      notes: html`<span
        ><b>How to read it.</b> Before: the slope over the base years, −4 to −2. Since: from the mean of the base years
        to the mean of years 0 to 4, divided by the years between. Expected change is what schools that had not joined
        did, given the same intake (same trend) or also the same earlier results (same past). Rates say what happened;
        they carry no interval. The effect above does.</span
      >`,
      rows: rated,
      columns: [
        {name: "Schools", show: ({role}) => LOOKS[role].name},
        number_("Change a year before joining", (d) => GROUPS.before(d)[0]!),
        number_("Change a year since", (d) => GROUPS.after(d)[0]),
        number_("Expected, if the same trend", ({rates}) => rates.expected.same_trend),
        number_("Expected, if the same past", ({rates}) => rates.expected.same_past),
        number_("All schools, before", (d) => GROUPS.before(d)[1]!),
        number_("All schools, since", (d) => GROUPS.after(d)[1]),
        {
          name: "Number of schools",
          show: ({rates}) => count(rates.schools),
          raw: ({rates}) => rates.schools,
          numeric: true
        }
      ],
      file: [partnership_type, phase, measure, "rates"].join("-"),
      single: true
    }
  );
}

/** One row a role and year. */
export interface PathRow {
  role: Role;
  at: RatePath[number];
}

/** The numbers behind lines of observed and expected change. */
export const pathColumns = <Row extends {at: RatePath[number]}>(digits: (row: Row) => number): Column<Row>[] => {
  const column = (name: string, of: (at: RatePath[number]) => number): Column<Row> => ({
    name,
    show: (row) => signed(of(row.at), digits(row)),
    raw: ({at}) => of(at),
    numeric: true
  });
  return [
    {
      name: "Years since joining",
      show: ({at}) => signed(at.event_time, 0),
      raw: ({at}) => at.event_time,
      numeric: true
    },
    column("Schools that joined, change", ({joined}) => joined),
    column("Expected, if the same trend", ({same_trend}) => same_trend),
    column("Expected, if the same past", ({same_past}) => same_past),
    column("All schools, change", ({all}) => all),
    {name: "Schools with a result", show: ({at}) => number(at.schools, 0), raw: ({at}) => at.schools, numeric: true}
  ];
};

function pathFigure(rated: readonly Rated[], context: ResultContext): HTMLElement {
  const {unit, digits, partnership_type, phase, measure} = rated[0];
  const domain = spanDomain(
    rated.flatMap(({rates}) => rates.path),
    null
  );
  const heads = rated.map((d) => {
    const [row, expected] = rateRows([d]);
    const found = `${rateWords(row, digits + 1)}; ${span(expected, digits + 1)} expected`;
    return {name: `${LOOKS[d.role].glyph} ${LOOKS[d.role].name}`, found: `A year: ${found}`};
  });
  const draw = (width: number) => {
    const {across, each} = placePanels(width, rated.length);
    const lines = heads.map((head) => pathHeading(head, each)).map(({name, found}) => name.length + found.length);
    const headingLines = Math.max(...lines);
    return html`<div class=${`panels across-${across}`}>
      ${rated.map((d, i) =>
        pathPanel(d.rates.path, {
          ...heads[i],
          sentence: `${heads[i].found}.`,
          role: d.role,
          unit,
          width: each,
          height: 220,
          headingLines,
          domain
        })
      )}
    </div>`;
  };
  return figure(fit(draw), {
    title: "What happened, and what was expected, year by year",
    subtitle: `${context.measure.label}: change from the mean of the base years, ${unit}. ${counted(rated.length, "role")} on one scale.`,
    about: rated.map((d) => aboutResult(d, context)),
    notes: html`<span
      ><b>How to read it.</b> Zero is where each group stood in the shaded base years. Grey is expected change: the
      solid edge if schools would have had the same trend (A), the dashed one if they would have fared like schools of
      the same past (B). The gap between the coloured line and the grey is the effect of that year. Dotted: all schools
      of the phase over the same years. Each year holds the schools with a result in it, so the ends hold fewer.</span
    >`,
    rows: rated.flatMap(({role, rates}) => rates.path.map((at): PathRow => ({role, at}))),
    columns: [{name: "Schools", show: ({role}) => LOOKS[role].name}, ...pathColumns<PathRow>(() => digits)],
    file: [partnership_type, phase, measure, "path"].join("-")
  });
}
