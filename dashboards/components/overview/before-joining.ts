import {html} from "htl";
import {DIRECTIONS, isOneSided} from "../ui/directions.js";
import {measureSize} from "../ui/effect-words.js";
import {counted, number} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {Breakdown, Checked, Result} from "../ui/release.js";
import {table} from "../ui/table.js";
import {WINDOWS} from "../chart/windows.js";

/** A check of the years before joining: what it found, and whether it speaks against the effect; null where it could not be asked. */
export interface Check {
  name: string;
  found: string;
  against: boolean | null;
}

/** Evidence before joining, which can fail: asked of every result, and on the schools behind the effect. */
export function beforeJoining(results: readonly Result[]): HTMLElement | "" {
  const found = results.filter(({effect}) => effect !== null).map((result) => ({result, checks: listChecks(result)}));
  const [first] = found;
  if (first === undefined) return "";
  const rows = first.checks.map(({name}, i) => ({name, i}));
  return html`<section aria-labelledby="before">
    <h2 id="before">Evidence before joining</h2>
    <p>
      If schools that joined were already changing in ways that others were not, an effect may be no more than that
      going on. These checks look for it: ✓ nothing found, ✗ speaks against the effect, ? not known.
    </p>
    ${table("What the years before joining say", rows, [
      {name: "Check", show: ({name}) => name},
      ...found.map(({result, checks}) => ({
        name: LOOKS[result.role].name,
        show: ({i}: {i: number}) => checkCell(checks[i])
      }))
    ])}
    ${found.map(({result}) => html`<p class="small"><strong>${LOOKS[result.role].name}.</strong> ${writeWords(result)}</p>`)}
  </section>`;
}

const checkCell = ({found, against}: Check): HTMLElement =>
  html`<span
    ><span aria-hidden="true">${against === null ? "?" : against ? "✗" : "✓"}</span
    ><span class="hidden"
      >${against === null ? "Not known" : against ? "Speaks against the effect" : "Nothing found"}:</span
    >
    ${found}</span
  >`;

const writeWords = (result: Result): string =>
  [result.pre_trend?.words, result.honest?.words, verdictWhy(result)].filter(Boolean).join(" ");

/** The checks of METHOD §8, in the order in which they are listed there. */
export function listChecks(result: Result): Check[] {
  const {event_times, pre_trend, honest, second_base, placebo, digits, effect} = result;
  const before = event_times.find(({event_time}) => event_time === -1);
  const inTime = placebo.in_time.effect;
  const second = second_base.effect;
  const isClear = effect !== null && isOneSided(effect);
  return [
    {
      name: "The year before joining (it is not in the base)",
      found: before ? measureSize(before, digits) : "nothing was published in that year",
      against: before === undefined || before.low === null ? null : isOneSided(before)
    },
    {
      name: "All years before at once (joint test)",
      found: pre_trend === null || pre_trend.p.same_trend === null ? "too few years" : jointWords(pre_trend.p),
      against: pre_trend === null ? null : rejects(pre_trend.p)
    },
    {
      name: `A base further back, years ${WINDOWS.second_base.map((year) => number(year, 0)).join(" to ")}`,
      found: checkedWords(second_base, digits),
      against: second === null || second.low === null || !isClear ? null : !isOneSided(second)
    },
    {
      name: "Joining pretended three years earlier (placebo in time)",
      found: checkedWords(placebo.in_time, digits),
      against: inTime === null || inTime.low === null ? null : isOneSided(inTime)
    },
    {
      name: "Departures from a common trend that it stands up to (HonestDiD)",
      found: breakdownWords(honest),
      against: breaks(result)
    }
  ];
}

/** By the written rule of the strength of evidence. */
function breaks({strength_reasons: reasons}: Result): boolean | null {
  const met = reasons.find(({rule}) => rule === "breakdown")?.met ?? null;
  return met === null ? null : !met;
}

type Chances = NonNullable<Result["pre_trend"]>["p"];

const rejects = ({same_trend, same_past}: Chances): boolean | null =>
  same_trend === null || same_past === null ? null : Math.min(same_trend, same_past) < WINDOWS.pre_trend;

/** How often departures as large would come by chance, under each assumption. */
export const jointWords = ({same_trend, same_past}: Chances): string =>
  `by chance alone ${often(same_trend)} if the same trend, ${often(same_past)} if the same past`;

function often(p: number | null): string {
  if (p === null) return "not known how often";
  return p < 0.005 ? "less than 1 time in 100" : `${counted(Math.round(p * 100), "time")} in 100`;
}

const checkedWords = ({effect, schools, absent}: Checked, digits: number): string =>
  effect === null ? absent : `${measureSize(effect, digits)}, ${counted(schools, "school")}`;

/** The breakdown with each reference, under both assumptions: “A 0.4, B 0.6 times the largest before, from year −1; …”. */
export function breakdownWords(honest: Breakdown | null): string {
  const known = (honest?.by_reference ?? []).filter((d) => d.same_trend !== null || d.same_past !== null);
  if (known.length === 0) return "too few years";
  const times = (value: number | null) => (value === null ? "unknown" : number(value, 1));
  const words = known.map(
    (d) => `A ${times(d.same_trend)}, B ${times(d.same_past)} from year ${number(d.reference, 0)}`
  );
  return `times the largest before: ${words.join("; ")}`;
}

/** What the verdict rests on, where it is not the interval alone. */
function verdictWhy({verdict, strength_reasons: reasons}: Result): string {
  if (verdict === "already")
    return `So the verdict is: ${DIRECTIONS.already.words.toLowerCase()}. It is no claim that joining made the difference.`;
  if (verdict !== "too_weak") return "";
  const missed = reasons.filter(({met}) => met === false).length;
  return `So the verdict is: ${DIRECTIONS.too_weak.words.toLowerCase()}. The strength of evidence lost ${counted(missed, "step")}.`;
}
