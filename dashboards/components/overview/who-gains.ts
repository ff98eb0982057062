import {html} from "htl";
import {aboutResult, type ResultContext} from "../ui/about.js";
import {awaited} from "../ui/awaited.js";
import {DIRECTIONS} from "../ui/directions.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {folded} from "../ui/folded.js";
import {count, number, signed, small} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {Effect, Result, PartsFile, ResultFile} from "../ui/release.js";
import {byRole} from "../ui/result-file.js";
import type {Column} from "../ui/table.js";
import {whoGainsChart} from "./who-gains-chart.js";
import {
  DIMENSION_NAMES,
  gainWords,
  groupParts,
  isPart,
  partLabel,
  type Part,
  type PartGroup
} from "./who-gains-rows.js";

/** Effects on parts of those who joined, what the plan named apart from what was explored, and whether parts differ. */
export function whoGains(file: ResultFile, context: ResultContext): HTMLElement {
  const {partnership_type, phase, measure, parts = 0} = file;
  return html`<section aria-labelledby="who-gains">
    <h2 id="who-gains">Who gains?</h2>
    ${
      parts === 0
        ? html`<p>
            Parts are compared for headline outcomes alone, and where each part has schools enough. There are none here.
          </p>`
        : awaited(async () => {
            const {results, planned} = await fetchRelease<PartsFile>(
              `parts/${partnership_type}-${phase}-${measure}.json.gz`
            );
            const roles = byRole(file).flatMap((whole) => {
              const mine = results.filter(isPart).filter(({role}) => role === whole.role);
              return whole.effect === null || mine.length === 0
                ? []
                : [
                    roleParts({...whole, effect: whole.effect}, groupParts(mine, whole.moderators, planned), {
                      context,
                      planned
                    })
                  ];
            });
            return html`<div>
              <p>
                Effects on parts of the schools that joined. Schools were not sorted into parts by chance: a part that
                did better may differ in other ways too. Many parts are looked at, so some will stand out by chance
                alone; the tests below allow for how many there are.
              </p>
              ${roles}
            </div>`;
          })
    }
  </section>`;
}

interface Frame {
  context: ResultContext;
  planned: readonly string[];
}

/** The parts of one role: those of the plan in sight, the others one click away. */
function roleParts(
  whole: Result & {effect: Effect},
  groups: readonly PartGroup[],
  {context, planned}: Frame
): HTMLElement {
  const named = groups.filter(({dimension}) => planned.includes(dimension));
  const explored = groups.filter(({dimension}) => !planned.includes(dimension));
  const {name, glyph} = LOOKS[whole.role];
  return html`<div>
    <h3>${glyph} ${name}</h3>
    <p>
      <b>Planned, for a reason given before anything was estimated.</b>
      ${named.length === 0 ? "Nothing that the plan names has two parts with schools enough here." : gainWords(named)}
    </p>
    ${named.length === 0 ? "" : [tests(named), partsFigure(whole, named, {context, sort: "planned"})]}
    <p>
      <b>Explored.</b>
      ${explored.length === 0 ? "Nothing else has two parts with schools enough here." : gainWords(explored)}
    </p>
    ${
      explored.length === 0
        ? ""
        : folded(
            `Explored: ${explored.map(({dimension}) => small(DIMENSION_NAMES[dimension])).join(", ")}`,
            () => html`<div>${tests(explored)} ${partsFigure(whole, explored, {context, sort: "explored"})}</div>`
          )
    }
  </div>`;
}

const tests = (groups: readonly PartGroup[]): HTMLElement =>
  html`<ul>
    ${groups.map(({dimension, tested}) => html`<li>${tested?.words ?? `${DIMENSION_NAMES[dimension]}: too few parts have an interval to be tested.`}</li>`)}
  </ul>`;

function partsFigure(
  whole: Result & {effect: Effect},
  groups: readonly PartGroup[],
  {context, sort}: {context: ResultContext; sort: "planned" | "explored"}
): HTMLElement {
  const {unit, role, partnership_type, phase, measure} = whole;
  return figure(
    fit((width) => whoGainsChart(groups, {whole, width: Math.min(width, 760)})),
    {
      title: `${LOOKS[role].name}: effects by ${groups.map(({dimension}) => small(DIMENSION_NAMES[dimension])).join(", ")}`,
      subtitle: `${context.measure.label}, in ${unit}: the mean of years 0 to 4, beyond what was expected; ${sort}.`,
      about: [aboutResult(whole, context)],
      notes: html`<span
        ><b>How to read it.</b> Each bar reaches from same trend to same past, the thin line is the 95% interval under
        either; shaded is the interval of all together. Filled bars are claims. Two parts differ only where the test
        above says so: one clear and one not clear is no difference.</span
      >`,
      rows: groups.flatMap(({parts, tested}) => parts.map((part) => ({part, role, tested}))),
      columns: partColumns(whole),
      file: [partnership_type, phase, measure, role, "who-gains", sort].join("-"),
      single: true
    }
  );
}

interface PartRow {
  part: Part;
  role: Part["role"];
  tested: PartGroup["tested"];
}

function partColumns({digits}: Result): Column<PartRow>[] {
  const figures = (name: string, of: (effect: Effect) => number | null): Column<PartRow> => ({
    name,
    show: ({part}) => {
      const value = of(part.effect!);
      return value === null ? "too few" : signed(value, digits);
    },
    raw: ({part}) => of(part.effect!),
    numeric: true
  });
  const chance = (name: string, of: (tested: NonNullable<PartRow["tested"]>) => number): Column<PartRow> => ({
    name,
    show: ({tested}) => (tested === null ? "not tested" : number(of(tested), 3)),
    raw: ({tested}) => (tested === null ? null : of(tested)),
    numeric: true
  });
  return [
    {name: "Part", show: ({part}) => partLabel(part)},
    {name: "Compared by", show: ({part}) => DIMENSION_NAMES[part.by.dimension]},
    {name: "In words", show: ({part}) => (part.verdict === null ? "No result" : DIRECTIONS[part.verdict].words)},
    figures("Effect if the same trend", ({same_trend}) => same_trend.value),
    figures("Effect if the same past", ({same_past}) => same_past.value),
    figures("95% interval, from", ({low}) => low),
    figures("95% interval, to", ({high}) => high),
    figures("Standard error if the same trend", ({same_trend}) => same_trend.se),
    figures("Standard error if the same past", ({same_past}) => same_past.se),
    {name: "Schools in it", show: ({part}) => count(part.schools), raw: ({part}) => part.schools, numeric: true},
    {
      name: "Partnerships",
      show: ({part}) => count(part.partnerships),
      raw: ({part}) => part.partnerships,
      numeric: true
    },
    chance("p of parts being alike", ({p}) => p),
    chance("p, adjusted for how many are compared", ({adjusted}) => adjusted)
  ];
}
