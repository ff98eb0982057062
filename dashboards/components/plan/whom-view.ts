import {chooseNow, openPath, sumRule, type HelpRule, type WhomNow} from "school-partnerships/whom-to-help";
import {group} from "d3";
import {html} from "htl";
import {figure} from "../chart/figure.js";
import {fit, fitOnceNear} from "../chart/fit.js";
import {HIGHEST, schoolsMap} from "../partnership/schools-map.js";
import {DESCRIBED, type About} from "../ui/about.js";
import {answered} from "../ui/answered.js";
import {awaited} from "../ui/awaited.js";
import {academicYear, academicYears, capital, count, counted, number, signed} from "../ui/format.js";
import type {MeasureRow, PackedPath, Phase} from "../ui/release.js";
import {describeRule, makeRule, readWhom, type WhomChoice} from "./whom-choice.js";
import {whomForm} from "./whom-form.js";
import {openPaths, openPhases, openSchools} from "./whom-files.js";
import {whomPath} from "./whom-path.js";
import {chosenSchools, schoolsTable} from "./whom-schools.js";

/** Schools by a rule that a reader sets: how many, where, how schools like them went on, and who near them could help. */
export const whomView = (measures: readonly MeasureRow[]): HTMLElement =>
  awaited(async () => {
    const phases = await openPhases();
    if (phases.length === 0) return html`<p>This release holds no results to choose schools by.</p>`;
    const {choice, refused} = readWhom(new URLSearchParams(location.search), phases);
    const {regions} = await openSchools(choice.phase);
    if (choice.region !== "any" && !regions.includes(choice.region)) {
      refused.push(`region “${choice.region}”`);
      choice.region = "any";
    }
    const form = whomForm(choice, {phases, regions});
    return html`<div>
      ${refused.length ? html`<p class="absent">The address asks for ${refused.join(", ")}, which is unknown here. This page shows what stands below instead.</p>` : ""}
      ${form} ${answered(form, (asked) => show(asked, measures), {live: true})}
    </div>`;
  });

async function show(choice: WhomChoice, measures: readonly MeasureRow[]): Promise<HTMLElement> {
  const file = await openSchools(choice.phase);
  const rule = makeRule(choice, file.regions);
  const {year} = file;
  const rows = chooseNow(file, rule);
  const among = file.attainment.filter((value) => value !== null).length;
  const label = measures.find(({id}) => id === file.measures.attainment)?.label ?? file.measures.attainment;
  const about: About[] = [
    {
      type: "Whom to help",
      phase: `${file.phase} schools`,
      outcome: label,
      role: capital(describeRule(choice)),
      years: academicYear(year),
      schools: rows.length,
      strength: DESCRIBED
    }
  ];
  if (rule.below && !file.hasInspections)
    return html`<p class="lead">
      Which schools meet this rule is not known: no inspections in this release put any school twice below good.
    </p>`;
  if (rows.length === 0)
    return html`<p class="lead">No school meets this rule in ${academicYear(year)}. Ask for less.</p>`;
  const schools = chosenSchools(file, rows);
  const near = schools.filter(({helpers}) => helpers.length > 0).length;
  return html`<div>
    <p class="lead">
      ${counted(rows.length, "school meets", "schools meet")} the rule in ${academicYear(year)}, of ${count(among)}
      ${file.phase} schools with results: ${describeRule(choice)}.
      ${file.hasPlaces ? `${count(near)} of them ${near === 1 ? "has" : "have"} a school near that could help.` : "Who near them could help is not known: the register of this release gives no places."}
    </p>
    <h2 id="without-help">How schools like them went on without help</h2>
    ${earlier(file.phase, {...openPath(await findPath(choice.phase, rule)), label, about})}
    <h2 id="where">Where they are</h2>
    ${where(file, schools, about)}
    <h2 id="who">Which they are${file.hasPlaces ? ", and who near them could help" : ""}</h2>
    ${schoolsTable(file, schools, about)}
    <p>
      <a href=${`./plan?phase=${file.phase}&measure=${file.measures.attainment}&schools=${rows.length}`}
        >Plan a programme for ${counted(rows.length, "school")}</a
      >
    </p>
  </div>`;
}

/** Of a region in a file of its own, which most readers never ask for. */
async function findPath(phase: Phase, rule: HelpRule): Promise<PackedPath> {
  const paths = rule.region === null ? (await openSchools(phase)).paths : (await openPaths(phase))[rule.region];
  return paths[sumRule(rule)];
}

function earlier(
  phase: Phase,
  {
    path,
    recovery,
    schools,
    occasions,
    years,
    now,
    label,
    about
  }: ReturnType<typeof openPath> & {label: string; about: About[]}
): HTMLElement {
  if (years === null || recovery === null)
    return html`<p>
      No school met this rule three years ago or more and can be followed since: inspections, or results, do not go back
      so far.
    </p>`;
  const points = [
    ...path.map((d) => ({...d, who: "Chosen in earlier years, not helped for it"})),
    ...now.map((d) => ({...d, who: "Chosen now"}))
  ];
  return html`<div>
    <p>
      In ${academicYears(...years)}, ${counted(schools, "school")} met the rule, ${counted(occasions, "time")} in all,
      and joined no trust or federation in the three years after. They moved by ${signed(recovery, 2)} standard
      deviations in those three years, without being helped for it.
      <b>A programme that compares before with after would count that as its own.</b>
    </p>
    ${figure(
      fit((width) => whomPath({earlier: path, now}, Math.min(width, 760))),
      {
        title: `${label} of schools that met the rule, by years from being chosen`,
        subtitle: "Means, in standard deviations from the mean of all schools of the year; all schools are 0.",
        about,
        notes: html`<span
          ><b>How to read it.</b> Grey: schools in every earlier year in which they met the rule. Black: those that meet
          it now. Schools chosen in a bad year come back part of the way by themselves. Each point is of the schools
          with a result in that year.</span
        >`,
        rows: points,
        columns: [
          {name: "Which schools", show: ({who}) => who},
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
        file: `whom-to-help-${phase}-path`,
        single: true
      }
    )}
  </div>`;
}

function where(file: WhomNow, schools: ReturnType<typeof chosenSchools>, about: About[]): HTMLElement {
  const helpers = new Set(schools.flatMap((school) => school.helpers.map(({row}) => row)));
  const place = (row: number, role: "supported" | "supporter") => ({
    ...{row, role, easting: file.easting[row], northing: file.northing[row]}
  });
  const places = [
    ...[...helpers].map((row) => place(row, "supporter")),
    ...schools.map(({row}) => place(row, "supported"))
  ].filter(({easting, northing}) => easting !== null && northing !== null);
  if (places.length === 0) return html`<p>The register gives no places for these schools.</p>`;
  const byRegion = [...group(schools, ({row}) => file.regions[file.region[row]] ?? "Region not known")];
  const words = byRegion
    .sort(([a], [b]) => a.localeCompare(b, "en-GB"))
    .map(([region, some]) => `${region}: ${count(some.length)}`)
    .join(" · ");
  return figure(
    fitOnceNear((width) => schoolsMap(places, {width, reported: words}), HIGHEST),
    {
      title: "Schools that meet the rule, and schools near them that could help",
      subtitle: words,
      about,
      notes: html`<span
        ><b>How to read it.</b> ● meets the rule; ◆ could help. By the places in the register of schools.</span
      >`,
      rows: places,
      columns: [
        {name: "School", show: ({row}) => file.names[row]},
        {name: "What", show: ({role}) => (role === "supported" ? "meets the rule" : "could help")},
        {name: "Easting", show: ({easting}) => String(easting), raw: ({easting}) => easting, numeric: true},
        {name: "Northing", show: ({northing}) => String(northing), raw: ({northing}) => northing, numeric: true}
      ],
      file: `whom-to-help-${file.phase}-map`,
      single: true
    }
  );
}
