import {firstTreatedYear, partnershipTypes, shareList} from "school-partnerships/your-schools";
import {html} from "htl";
import {partnershipNote} from "../partnership/partnership-note.js";
import {fromAddress} from "../ui/address.js";
import {awaited} from "../ui/awaited.js";
import {longDate, schoolYear} from "../ui/dates.js";
import {academicYear, academicYears, capital, counted, spelled} from "../ui/format.js";
import type {PartnershipFile, Phase, ReleaseFacts} from "../ui/release.js";
import {table} from "../ui/table.js";
import {schoolsOfBody} from "./described-schools.js";
import {MOST_DESCRIBED} from "./describe-phase.js";
import {describedTables, hasSimilar} from "./described-table.js";
import {followAddress, keptList, nameOwnList} from "./kept-list.js";
import {makeReport, type Report} from "./make-report.js";
import {namesOfBody, namesOfPhase, type PhaseNames} from "./open-names.js";
import {packCharts} from "./pack-charts.js";
import {packDid} from "./pack-did.js";
import {saveOffline} from "./pack-offline.js";
import type {PlacedSchool, UnknownSchool} from "./place-schools.js";
import {firstListed, HOW, INTRO} from "./pack-words.js";
import {answer} from "./report-view.js";

/** Whose pack it is. */
interface Subject {
  /** Of a body on record, or by `nameOwnList`. */
  id: string;
  name: string;
  partnership_type: string;
  definition: PartnershipFile["definition"];
  /** Where this pack is found again: that of a list has the list after its #. */
  address: string;
  /** What is wrong with a list that was cut or changed on its way. */
  problem?: string | null;
}

/** The pages of an evidence pack, of a body on record (?id=) or of the list in this browser. */
export function packView(release: ReleaseFacts): HTMLElement {
  followAddress();
  return awaited(async () => {
    const id = fromAddress("id");
    if (id !== null) {
      const note = await partnershipNote(id);
      if (note === null) return showNothing(`No partnership in this release has the number ${id}.`);
      const list = {partnership_type: note.partnership_type, schools: schoolsOfBody(note)};
      const address = location.origin + location.pathname + location.search;
      const report = await makeReport(list, {names: namesOfBody(note), released: note.outcomes});
      return pack({...note, address}, report, {release, names: await nameSimilar(report)});
    }
    const {list, problem} = keptList();
    if (list === null) return showNothing(problem ?? "No list is in this browser.");
    const schools = list.schools.map((school) => ({
      ...school,
      cohort: school.joined ? firstTreatedYear(school.joined) : null
    }));
    const report = await makeReport({partnership_type: list.partnership_type, schools});
    const address = `${location.origin}${location.pathname}#${shareList(list)}`;
    return pack(
      {
        id: nameOwnList(list.name),
        name: list.name || "Your schools",
        partnership_type: list.partnership_type,
        definition: [],
        address,
        problem
      },
      report,
      {release, names: await nameSimilar(report)}
    );
  });
}

/** Names of all that a pack prints, before any of it is shown: whoever prints at once has all of it. */
const nameSimilar = async ({phases}: Report): Promise<ReadonlyMap<Phase, PhaseNames>> =>
  new Map(
    await Promise.all(
      phases
        .filter(({schools}) => hasSimilar(schools))
        .map(async ({phase}) => [phase, await namesOfPhase(phase)] as const)
    )
  );

/** A pack of nothing: why, and how to come to one. */
const showNothing = (why: string): HTMLElement =>
  html`<div>
    <h1>Evidence pack</h1>
    <p class="lead">${why} <a href="./your-schools">Bring your schools first</a>.</p>
  </div>`;

function pack(
  {id, name, partnership_type, definition, address, problem}: Subject,
  report: Report,
  {release, names}: {release: ReleaseFacts; names: ReadonlyMap<Phase, PhaseNames>}
): HTMLElement {
  const type = partnershipTypes[partnership_type]?.label ?? spelled(partnership_type);
  const schools = listMembers(report);
  const printed = schools.slice(0, MOST_DESCRIBED);
  const isCompared = report.outcomes.some(({effect}) => effect !== null);
  const page = document.createElement("div");
  page.className = "pack";
  page.append(
    html`<section class="sheet">
      <h1>${name}: the evidence</h1>
      ${problem ? html`<p class="problem" role="alert">${problem} Ask for it again.</p>` : ""} ${answer(report)}
      ${facts(report, {type, release, address})}
      <p class="tools">
        <button type="button" ${{onclick: () => print()}}>Print, or save as PDF</button>
        <button type="button" ${{onclick: () => saveOffline(name, page)}}>Save as a page that opens offline</button>
      </p>
    </section>`,
    html`<section class="sheet">
      <h2>Its schools, year by year</h2>
      <p>${INTRO.schools}</p>
      ${schools.length > printed.length ? html`<p>${firstListed(printed.length, schools.length)}</p>` : ""}
      ${membersTable(printed, countSchools(schools))}
      ${report.phases.map((one) => describedTables(one, {names: names.get(one.phase)}))}
    </section>`,
    html`<section class="sheet">
      <h2>What was found</h2>
      ${packCharts(report.outcomes, type)}
    </section>`,
    html`<section class="sheet follows">
      <h2>How it was worked out</h2>
      ${isCompared ? "" : html`<p>${INTRO.how}</p>`} ${HOW.map((words) => html`<p>${words}</p>`)}
      <p class="small">
        Contains public sector information licensed under the Open Government Licence v3.0. Every choice, and the
        figures behind this, are at ${new URL("./methods", document.baseURI).href}
      </p>
    </section>`,
    html`<section class="sheet">
      <h2>What the partnership did</h2>
      ${packDid(id, {schools: countSchools(schools), known: definition})}
    </section>`
  );
  return page;
}

/** Which years and schools it rests on, how much was looked at, and from where and when it is. */
function facts(
  {outcomes, phases, unknown}: Report,
  {type, release, address}: {type: string; release: ReleaseFacts; address: string}
): HTMLElement {
  const seen = outcomes.filter(({effect}) => effect !== null);
  const all = countSchools([...phases.flatMap((phase) => phase.all), ...unknown]);
  const schools = countSchools(phases.flatMap(({withFigure}) => withFigure));
  const years = seen.flatMap((d) => d.years ?? []);
  const without = all > schools ? `, ${all - schools} without` : "";
  const rows: [string, string][] = [
    ["Type", type],
    ["Schools", `${counted(schools, "school")} with published results${without}`],
    [
      "Years since joining",
      years.length ? academicYears(Math.min(...years), Math.max(...years)) : "none that can be compared"
    ],
    ["Outcomes looked at", String(seen.length)],
    ["Printed on", longDate(new Date().toISOString().slice(0, 10))],
    ["Address", address],
    [
      "Made from",
      `the release of ${longDate(release.made)}, plan ${release.plan}${release.synthetic ? ". Every school in it is invented" : ""}`
    ]
  ];
  return html`<dl class="facts">
    ${rows.flatMap(([term, words]) => [html`<dt>${term}</dt>`, html`<dd>${words}</dd>`])}
  </dl>`;
}

/** Every school once in each of its roles, those that nothing was published of last. */
function listMembers({phases, unknown}: Report): (PlacedSchool | UnknownSchool)[] {
  const once = new Map([...phases.flatMap(({all}) => all), ...unknown].map((one) => [`${one.urn} ${one.role}`, one]));
  return [...once.values()];
}

const countSchools = (schools: readonly {urn: number}[]): number => new Set(schools.map(({urn}) => urn)).size;

const membersTable = (schools: readonly (PlacedSchool | UnknownSchool)[], all: number): HTMLElement =>
  table(`${counted(all, "school")}, and when each joined`, schools, [
    {name: "School", show: ({name}) => name ?? "name not known"},
    {name: "URN", show: ({urn}) => String(urn), numeric: true},
    {name: "Role", show: ({role}) => capital(role)},
    {name: "Joined in", show: ({joined}) => (joined === null ? "not known" : academicYear(schoolYear(joined)))},
    {name: "First year counted", show: ({cohort}) => (cohort === null ? "not counted" : academicYear(cohort))}
  ]);
