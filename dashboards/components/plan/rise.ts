import {
  chooseEffectDigits,
  chooseNow,
  openPath,
  openPoints,
  riseRule,
  sumRule,
  type WhomNow
} from "school-partnerships/whom-to-help";
import {html} from "htl";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {PHASES} from "../chart/look.js";
import {DESCRIBED, type About} from "../ui/about.js";
import {fromAddress, onHistory, toAddress} from "../ui/address.js";
import {answered} from "../ui/answered.js";
import {awaited} from "../ui/awaited.js";
import {buttons, setControl} from "../ui/controls.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {academicYear, academicYears, count, counted, number, signed} from "../ui/format.js";
import type {MeasureRow, Phase, ResultFile, VarianceRow, YearOfSight} from "../ui/release.js";
import {takeCsv} from "../ui/take-csv.js";
import {table, type Column} from "../ui/table.js";
import {missingParts, whichSchools} from "./rise-which.js";
import {openPhases, openSchools} from "./whom-files.js";
import {whomPath} from "./whom-path.js";

/** What the release knows besides the schools. */
export interface RiseNotes {
  measures: readonly MeasureRow[];
  variances: readonly VarianceRow[];
}

type PhaseForm = HTMLFormElement & {value: Phase};

/** Schools of RISE, by the list and by the rule: their path, what can be seen so far, and from when on more could. */
export const rise = (notes: RiseNotes): HTMLElement =>
  awaited(async () => {
    const phases = await openPhases();
    if (phases.length === 0) return html`<p>This release holds no results to follow schools by.</p>`;
    const form = phaseForm(phases);
    return html`<div>${form} ${answered(form, async (phase) => show(await openSchools(phase), notes))}</div>`;
  });

function phaseForm(phases: readonly Phase[]): PhaseForm {
  const addressed = () => phases.find((phase) => phase === fromAddress("phase")) ?? phases.at(-1)!;
  const start = addressed();
  const options = phases.map((value) => ({value, label: PHASES[value]}));
  const form = html`<form class="controls" aria-label="Which schools">
    ${buttons("phase", "Phase of education", options, start)}
  </form>` as PhaseForm;
  form.value = start;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target === form) return;
    form.value = (event.target as HTMLInputElement).value as Phase;
    toAddress({phase: form.value});
  });
  onHistory(form, () => {
    form.value = addressed();
    setControl(form, "phase", form.value);
    form.dispatchEvent(new Event("input"));
  });
  return form;
}

async function show(file: WhomNow, {measures, variances}: RiseNotes): Promise<HTMLElement> {
  const {phase} = file;
  const measure = measures.find(({id}) => id === file.measures.attainment)!;
  const variance = variances.find((row) => row.phase === phase && row.measure === measure.id);
  const now = chooseNow(file, riseRule);
  const {listed} = file;
  const about: About = {
    type: "RISE",
    phase: `${phase} schools`,
    outcome: measure.label,
    role: "On the list or picked by the rule",
    years: academicYear(file.year),
    schools: new Set([...listed, ...now]).size,
    strength: DESCRIBED
  };
  const which = whichSchools(file, {now, listed, about: [about]});
  return html`<div>
    <p class="lead">${sayWhich(file, {now, listed})}</p>
    <p>
      The rule: two graded inspections in a row below good, the second of them “requires improvement”. The list: schools
      that the Department says are helped.
    </p>
    ${missingParts(file)} ${which ? html`<h2 id="which">Which schools</h2>` : ""} ${which}
    <h2 id="path">Their path, and that of schools eligible in earlier years</h2>
    ${path(file, {now, listed, measure})}
    <h2 id="so-far">What can be seen so far</h2>
    ${await soFar(file, measure)}
    <h2 id="from-when">From when on a worthwhile difference could be seen</h2>
    ${variance ? fromWhen(file, {variance, measure}) : html`<p>Too few results of ${measure.label} are published to say.</p>`}
  </div>`;
}

function sayWhich(file: WhomNow, {now, listed}: {now: readonly number[]; listed: readonly number[]}): string {
  const year = academicYear(file.year);
  const both = listed.filter((row) => now.includes(row)).length;
  if (listed.length > 0 && !file.hasInspections)
    return `${counted(listed.length, `${file.phase} school`)} on the list that was read. How many the rule would pick is not known.`;
  if (listed.length > 0)
    return `${counted(listed.length, `${file.phase} school`)} on the list that was read; ${counted(now.length, "school")} by the rule in ${year}; ${count(both)} by both.`;
  if (file.hasInspections)
    return `No list of RISE was read for ${file.phase} schools. By the rule ${counted(now.length, "school")} would be eligible in ${year}.`;
  return `No list of RISE was read for ${file.phase} schools, and how many the rule would pick is not known. What is missing, and where it goes, stands below.`;
}

function path(
  file: WhomNow,
  {now, listed, measure}: {now: number[]; listed: number[]; measure: MeasureRow}
): HTMLElement {
  const earlier = openPath(file.paths[sumRule(riseRule)]);
  const rows = listed.length > 0 ? listed : now;
  const who = listed.length > 0 ? "On the list" : "Eligible now, by the rule";
  if (earlier.years === null || earlier.recovery === null || rows.length === 0)
    return html`<p>
      No school that was eligible three years ago or more can be followed: inspections, or results, do not go back so
      far.
    </p>`;
  const until = listed.length > 0 ? openPoints(file.listedNow) : earlier.now;
  const about: About[] = [
    {
      type: "RISE",
      phase: `${file.phase} schools`,
      outcome: measure.label,
      role: who,
      years: academicYears(...earlier.years),
      schools: rows.length,
      strength: DESCRIBED
    }
  ];
  const points = [
    ...earlier.path.map((d) => ({...d, who: "Eligible in earlier years, not helped for it"})),
    ...until.map((d) => ({...d, who}))
  ];
  return html`<div>
    <p>
      ${counted(earlier.schools, "school")} would have been eligible, ${counted(earlier.occasions, "time")} in all, in
      ${academicYears(...earlier.years)}, when there was no RISE, and joined no trust or federation in the three years
      after. They moved by ${signed(earlier.recovery, 2)} standard deviations in those three years. What schools of RISE
      do has to be distinguished from that.
    </p>
    ${figure(
      fit((width) => whomPath({earlier: earlier.path, now: until}, Math.min(width, 760))),
      {
        title: `${measure.label}: schools of RISE, and schools eligible before there was RISE`,
        subtitle: "Means, in standard deviations from the mean of all schools of the year; all schools are 0.",
        about,
        notes: html`<span
          ><b>How to read it.</b> Grey: schools that the rule would have chosen in an earlier year, 0 being that year.
          Black: ${who.toLowerCase()}, 0 being the newest year with results.</span
        >`,
        rows: points,
        columns: [
          {name: "Which schools", show: (d) => d.who},
          {
            name: "Years from being chosen",
            show: (d) => number(d.event_time, 0),
            raw: (d) => d.event_time,
            numeric: true
          },
          {
            name: "Mean, standard deviations",
            show: ({mean}) => (mean === null ? "no results" : number(mean, 2)),
            raw: ({mean}) => mean,
            numeric: true
          },
          {name: "Schools", show: (d) => count(d.schools), raw: (d) => d.schools, numeric: true}
        ],
        file: `rise-${file.phase}-path`,
        single: true
      }
    )}
  </div>`;
}

/** In the words of the results themselves: of the list, and of the rule, which nobody was helped by. */
async function soFar(file: WhomNow, measure: MeasureRow): Promise<HTMLElement> {
  const types = [
    {
      id: "rise_pairing",
      what: "Schools on the list",
      missing: file.listed.length === 0 ? "nothing, because no list is in this release." : null,
      none: "no result yet. None has results of two terms of help."
    },
    {
      id: "rise_rule",
      what: "Schools by the rule, helped by nobody for it",
      missing: file.hasInspections ? null : "nothing, because no school of this release stands twice below good.",
      none: "no result. Too few were picked early enough to be followed."
    }
  ];
  const index = new Set(await fetchRelease<string[]>("whom-to-help/results.json.gz"));
  const parts = await Promise.all(
    types.map(async ({id, what, missing, none}) => {
      const name = `${id}-${file.phase}-${measure.id}`;
      if (missing !== null) return html`<li><b>${what}</b>: ${missing}</li>`;
      const found = index.has(name) ? await fetchRelease<ResultFile>(`results/${name}.json.gz`) : null;
      if (!found?.results.some(({role}) => role === "supported")) return html`<li><b>${what}</b>: ${none}</li>`;
      const to = new URLSearchParams({
        ...{partnership_type: id, phase: file.phase, measure: measure.id, role: "supported"}
      });
      return html`<li><b>${what}</b>: ${found.summary} <a href=${`./?${to}`}>Its chart</a></li>`;
    })
  );
  return html`<ul>
    ${parts}
  </ul>`;
}

function fromWhen(file: WhomNow, {variance, measure}: {variance: VarianceRow; measure: MeasureRow}): HTMLElement {
  if (file.sight === null)
    return html`<p>
      Neither a list nor a rule picks any school in this release, so from when on a difference could be seen is not
      known. <a href=${`./plan?phase=${file.phase}&measure=${measure.id}`}>Plan</a> says what so many schools as you
      choose could show.
    </p>`;
  const {schools, first, years} = file.sight;
  const enough = years.find((d) => d.enough);
  const smallest = `${number(variance.smallest_effect, measure.digits)} ${variance.unit}`;
  const columns: Column<YearOfSight>[] = [
    {name: "Newest results", show: ({year}) => academicYear(year)},
    {name: "Years of help", show: ({after}) => String(after), raw: ({after}) => after, numeric: true},
    {
      name: `Smallest effect that would be seen, ${variance.unit}`,
      show: ({effect, least}) => (effect === null ? "too few schools or years" : sayRange(effect, least, measure)),
      raw: ({effect}) => effect,
      numeric: true
    },
    {name: "Enough for the smallest effect of interest", show: (d) => (d.enough ? "yes" : "no")}
  ];
  return html`<div>
    <p>
      ${
        enough
          ? `With ${counted(schools, "school")}, a difference of ${smallest} could be seen four times in five once results of ${academicYear(enough.year)} are out.`
          : sayNotSeen({schools, smallest, years})
      }
      Results of a summer are published from the autumn on.
    </p>
    ${table(`${measure.label}: what could be seen, year by year`, years, columns)}
    ${takeCsv(`rise-${file.phase}-when`, years, columns)}
    <p class="small">
      Every school counted from ${academicYear(first)} as its first year of help, and compared with
      ${counted(variance.comparators, "school")}.
      <a href=${`./plan?phase=${file.phase}&measure=${measure.id}&schools=${schools}`}>Change it on the page Plan</a>
    </p>
  </div>`;
}

function sayRange(effect: number, least: number | null, measure: MeasureRow): string {
  const digits = chooseEffectDigits(effect, measure);
  const most = number(effect, digits);
  if (least === null) return `at most ${most}`;
  return number(least, digits) === most ? most : `${number(least, digits)} to ${most}`;
}

function sayNotSeen({
  schools,
  smallest,
  years
}: {
  schools: number;
  smallest: string;
  years: readonly YearOfSight[];
}): string {
  const start = `With ${counted(schools, "school")}, a difference of ${smallest} could not`;
  return years.some(({effect, least}) => least !== effect)
    ? `${start} surely be seen within five years of results. What could be seen is a range, because this release holds too few years to compare results of all the years between.`
    : `${start} be seen within five years of results: too few schools are helped, or results swing too far.`;
}
