import {html} from "htl";
import {DESCRIBED, phaseWords} from "../ui/about.js";
import {definitionCheck, services} from "./definition-check.js";
import {figure} from "../chart/figure.js";
import {sizeInUnit} from "../ui/effect-words.js";
import {lead} from "../ui/lead.js";
import {fit} from "../chart/fit.js";
import {capital, count, counted} from "../ui/format.js";
import {pickHeadline, orderedOutcomes} from "./outcome-order.js";
import {outcomesWithout, withoutList} from "../ui/outcomes-without.js";
import {partnershipFacts} from "./partnership-facts.js";
import {membersFigure, unmatchedSchools} from "./partnership-members.js";
import {aboutOutcome, partnershipOutcomes} from "./partnership-outcomes.js";
import {partnershipPlacebo} from "./partnership-placebo.js";
import {lookedAt, partnershipTally} from "./partnership-tally.js";
import {cannotShow, costSentence, onlyDescribed} from "./partnership-words.js";
import {linkTo} from "../ui/result-choice.js";
import {roleKey} from "./role-key.js";
import {placedMembers, schoolsMap} from "./schools-map.js";
import type {
  Interval,
  InventoryNote,
  PartnershipTypeRow,
  MeasureRow,
  PartnershipFile,
  PartnershipOutcome,
  SourceRow
} from "../ui/release.js";
import {table} from "../ui/table.js";
import {whyNone} from "./why-none.js";

export interface PartnershipContext {
  measures: readonly MeasureRow[];
  types: readonly PartnershipTypeRow[];
  sources: readonly Pick<SourceRow, "id" | "title">[];
  inventory: InventoryNote;
  /** The newest academic year of the release. */
  newest: number;
  /** What was published of its schools, to be made in the browser; nothing where a page has no room for it. */
  describe?: (note: PartnershipFile) => Node | string;
}

/** All that is known of one partnership, from who is in it to what can be said of it. */
export function partnershipPage(
  note: PartnershipFile,
  {measures, types, sources, inventory, newest, describe = () => ""}: PartnershipContext
): HTMLElement {
  const partnership_type = types.find(({id}) => id === note.partnership_type);
  const ordered = orderedOutcomes(note.outcomes, measures);
  const makeName = (measure: string) => measures.find(({id}) => id === measure)?.label ?? measure;
  const type = partnership_type?.label ?? note.partnership_type;
  const described = onlyDescribed(note);
  return html`<div class="partnership">
    <h1>${note.name}</h1>
    ${partnershipFacts(note, {partnership_type, sources})}
    ${
      described === null
        ? html`<div>
            ${finding(ordered, note.partnership_type, {makeName, type})} ${partnershipTally(ordered, makeName)}
          </div>`
        : html`<div>
            <p class="plain"><strong>Described only.</strong> ${described}</p>
            ${eachSchool(note, describe)}
          </div>`
    }
    <h2 id="cannot">What this cannot show</h2>
    <ul>
      ${cannotShow(note, partnership_type).map((words) => html`<li>${words}</li>`)}
    </ul>
    ${described === null ? html`<h2 id="outcomes">Outcome by outcome</h2>` : ""}
    ${described === null ? partnershipOutcomes(note, ordered, {makeName, type}) : whyNone(ordered)}
    ${withoutList(
      outcomesWithout(inventory, measures, {
        shown: new Set(note.outcomes.map(({measure}) => measure)),
        phases: [...new Set(note.members.flatMap(({phase}) => phase ?? []))]
      })
    )}
    ${described === null ? eachSchool(note, describe) : ""}
    <h2 id="members">Who belonged, when, in which role</h2>
    ${note.members.length === 0 ? html`<p>No list of its schools is in this release. A list of members can be added: see the <a href="./guide">guide</a>.</p>` : membersFigure(note, {newest, type})}
    ${unmatchedSchools(note)} ${membersMap(note, type)}
    <h2 id="definition">Is it a partnership?</h2>
    ${definitionCheck(note)} ${services(note)}
    ${ordered.length > 0 ? [html`<h2 id="chance">Could it be chance?</h2>`, partnershipPlacebo(note, ordered, {makeName, type})] : ""}
    <h2 id="cost">What does it cost?</h2>
    <p>${costSentence(note)}</p>
    <h2 id="counted">Who is counted</h2>
    ${attrition(note)}
  </div>`;
}

/** What was published of each school; nothing where no school is known. */
const eachSchool = (note: PartnershipFile, describe: NonNullable<PartnershipContext["describe"]>): HTMLElement | "" =>
  note.members.length === 0
    ? ""
    : html`<section>
        <h2 id="each-school">Its schools, as published</h2>
        ${describe(note)}
      </section>`;

/** The first outcome, in a sentence, how many were looked at, and where it stands once weighed against others of its type. */
function finding(
  ordered: readonly PartnershipOutcome[],
  partnership_type: string,
  names: Parameters<typeof aboutOutcome>[1]
): HTMLElement {
  const first = pickHeadline(ordered);
  if (first === null) return lead("No outcome of its schools can be compared.");
  const {shrunken} = first;
  return html`<div>
    ${lead(first.sentence, [aboutOutcome(first, names)])}
    <p>${lookedAt(ordered)}</p>
    ${
      shrunken === null
        ? ""
        : html`<p>
            Weighed against others of its type, the more so the less is known of it (shrunken estimate):
            ${shrunkenWords(shrunken, first)}.
            <a
              href=${linkTo("./partnerships", {measure: first.measure, partnership_type, phase: first.phase, role: first.role})}
              >How much partnerships of this type differ</a
            >
          </p>`
    }
  </div>`;
}

function shrunkenWords(
  {same_trend, same_past}: NonNullable<PartnershipOutcome["shrunken"]>,
  {unit, digits}: PartnershipOutcome
): string {
  const of = ({value, low, high}: Interval) => sizeInUnit({from: value, to: value, low, high}, {unit, digits});
  return `${of(same_trend)} if the same trend, ${of(same_past)} if the same past`;
}

function membersMap(note: PartnershipFile, type: string): HTMLElement | "" {
  const places = placedMembers(note.members);
  if (places.length < 2) return "";
  const unplaced = note.members.length - places.length;
  const reported =
    unplaced > 0 ? `${counted(unplaced, "school")} more cannot be placed.` : "All of its schools are on it.";
  return figure(
    fit((width) => schoolsMap(places, {width, reported})),
    {
      title: `Where its ${counted(places.length, "school")} are`,
      subtitle: `${note.name}. ${reported}`,
      about: [
        {
          type,
          phase: phaseWords(note.members.map(({phase}) => phase)),
          outcome: `Where schools of ${note.name} are`,
          role: "Schools of any role",
          years: "members at any time",
          schools: note.members.length,
          strength: DESCRIBED
        }
      ],
      key: roleKey(places),
      notes: html`<b>How to read it.</b> A mark a school, at its place on the National Grid. Grey names are towns, to
        find one’s way by.`,
      rows: places,
      columns: [
        {name: "School", show: ({name}) => name},
        {name: "Easting", show: ({easting}) => count(easting), raw: ({easting}) => easting, numeric: true},
        {name: "Northing", show: ({northing}) => count(northing), raw: ({northing}) => northing, numeric: true}
      ],
      file: `partnership-${note.id}-map`,
      single: true
    }
  );
}

/** From every school on its list to those that a result rests on. */
function attrition({attrition: steps}: PartnershipFile): HTMLElement {
  if (steps.length === 0) return html`<p>No step of a comparison was taken for its schools.</p>`;
  const rows = steps.map((step, i) => ({...step, gone: i === 0 ? 0 : steps[i - 1].schools - step.schools}));
  return table("From its schools to those a result rests on", rows, [
    {name: "Step", show: ({step}) => capital(step)},
    {name: "Schools left", show: ({schools}) => count(schools), numeric: true},
    {name: "Lost", show: ({gone}) => count(gone), numeric: true},
    {name: "Why", show: ({lost, gone}) => (lost === null || gone === 0 ? "None lost" : capital(lost))}
  ]);
}
