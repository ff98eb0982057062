import {html} from "htl";
import {absentResult} from "../ui/absent-result.js";
import {answered} from "../ui/answered.js";
import {benefitByType} from "./benefit-by-type.js";
import {benefitRows, benefitSentence} from "./benefit-rows.js";
import {chooseResult} from "../ui/choose-result.js";
import {cumulativeFigure} from "./cumulative-figure.js";
import {counted, small} from "../ui/format.js";
import {wordsUsed} from "../ui/glossary.js";
import {lead} from "../ui/lead.js";
import {LOOKS} from "../chart/look.js";
import {noResults} from "../ui/no-results.js";
import {matrix} from "../evidence/matrix.js";
import {PERIODS, groupByPeriod} from "./period-groups.js";
import type {ChoiceRow, TimedRow} from "../ui/release.js";
import {answers, hasResult, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";
import {byRole, resultFile} from "../ui/result-file.js";
import {openTimes} from "./open-times.js";
import {timeToBenefit} from "./time-to-benefit.js";

/** How long benefits take: year by year, by period since joining, by partnership type, and added up. */
export function time(rows: readonly ChoiceRow[], notes: ReleaseRows): HTMLElement {
  if (rows.length === 0) return noResults();
  const form = chooseResult(rows, notes, ["partnership_type", "phase", "role"]);
  const outcome = chooseResult(rows, notes, ["measure"]);
  const both = html`<div></div>` as HTMLElement & {value: ResultChoice};
  const join = () => {
    both.value = {...form.value, measure: outcome.value.measure};
  };
  join();
  for (const part of [form, outcome]) {
    part.addEventListener("input", () => {
      join();
      both.dispatchEvent(new Event("input"));
    });
  }
  const pickRows = async (choice: ResultChoice) =>
    answers(await openTimes(choice.phase), choice, ["partnership_type", "phase", "role"]);
  const sayWhose = (choice: ResultChoice) => whose(choice, notes);
  return html`<div>
    ${answered(form, async (choice) => timeLead(await pickRows(choice), choice, notes), {live: true})} ${form}
    ${answered(form, async (choice) => yearByYear(await pickRows(choice), sayWhose(choice), notes))}
    ${wordsUsed("years_since", "supported", "supporter", "member", "excess", "smallest")}
    <h2 id="periods">Early, development and longer term</h2>
    ${answered(form, async (choice) => showPeriods(await pickRows(choice), sayWhose(choice), notes))}
    <h2 id="types">How long by partnership type</h2>
    ${answered(form, async (choice) => {
      const caption = `First year with a clear benefit: ${small(LOOKS[choice.role].name)}, ${choice.phase}`;
      return benefitByType(answers(await openTimes(choice.phase), choice, ["phase", "role"]), caption, notes);
    })}
    <h2 id="added-up">What the years add up to</h2>
    ${outcome} ${answered(both, (choice) => addedUp(choice, notes))}
  </div>`;
}

/** How long it takes in a sentence, and what it is of. */
function timeLead(rows: readonly TimedRow[], choice: ResultChoice, notes: ReleaseRows): HTMLElement {
  const reported = benefitRows(rows, notes.measures);
  return lead(benefitSentence(reported, whose(choice, notes)), [
    {
      type: notes.types.find(({id}) => id === choice.partnership_type)?.label ?? choice.partnership_type,
      phase: `${choice.phase} schools`,
      outcome: counted(reported.length, "outcome"),
      role: choice.role,
      years: "by years since joining",
      schools: Math.max(0, ...reported.map(({row}) => row.schools)),
      strength: "strength of evidence by outcome, on the page Evidence"
    }
  ]);
}

/** “supported primary schools in multi-academy trusts”. */
function whose({partnership_type, phase, role}: ResultChoice, {types}: ReleaseRows): string {
  const label = small(types.find(({id}) => id === partnership_type)?.label ?? partnership_type);
  return `${small(LOOKS[role].name).replace("schools", `${phase} schools`)} (${label})`;
}

function yearByYear(rows: readonly TimedRow[], said: string, {measures}: ReleaseRows): HTMLElement {
  const reported = benefitRows(rows, measures);
  if (reported.length === 0) return html`<p>There is no outcome to follow. Choose another type, phase or role.</p>`;
  return html`<div>
    ${timeToBenefit(reported, `When a benefit first shows: ${said}`)}
    <p class="small">
      <b>How to read it.</b> Columns are years since joining. A year is clear when its interval, under both assumptions,
      leaves zero out; outlined is the first clear benefit. “None yet” does not mean none: the last column has the
      smallest mean of years 0 to 4 that would have been seen four times in five.
    </p>
  </div>`;
}

function showPeriods(rows: readonly TimedRow[], said: string, {measures}: ReleaseRows): HTMLElement {
  const groups = groupByPeriod(rows, measures);
  if (groups.length === 0) return html`<p>There is no outcome to follow. Choose another type, phase or role.</p>`;
  return html`<div>
    ${matrix(groups, {
      caption: `Three periods since joining: ${said}`,
      first: "Outcome",
      columns: Object.values(PERIODS).map((label) => ({label})),
      ends: ["← worse", "better →"]
    })}
    <p class="small">
      <b>How to read it.</b> Means of the years of a period, beyond what was expected, in standard deviations between
      schools and turned so that better is right; the ends of the scale stand over each column. Counts are of all years
      together: later periods rest on the schools that joined early enough.
    </p>
  </div>`;
}

async function addedUp(choice: ResultChoice, {measures, types}: ReleaseRows): Promise<HTMLElement> {
  const row = answers(await openTimes(choice.phase), choice, ["measure", "partnership_type", "phase", "role"])[0];
  const measure = measures.find(({id}) => id === choice.measure);
  if (row === undefined || measure === undefined)
    return html`<p>No school in this role has a result for this outcome.</p>`;
  if (!hasResult(row)) return absentResult(row);
  const result = byRole(await resultFile(choice)).find(({role}) => role === choice.role);
  return result === undefined
    ? absentResult(row)
    : cumulativeFigure(result, {
        type: types.find(({id}) => id === choice.partnership_type)?.label ?? choice.partnership_type,
        measure
      });
}
