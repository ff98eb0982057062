import {group} from "d3";
import {html} from "htl";
import {describeStrength, type About} from "../ui/about.js";
import {verdictLine} from "../ui/effect-words.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {folded} from "../ui/folded.js";
import {academicYears, counted} from "../ui/format.js";
import {pathColumns} from "../overview/improvement.js";
import {LOOKS, PHASES} from "../chart/look.js";
import {outcomeParts, type OutcomePart, type RatedOutcome} from "./outcome-order.js";
import {spanDomain, pathHeading, pathPanel, reach, type RatePath} from "../chart/path-panel.js";
import type {PartnershipFile, PartnershipOutcome} from "../ui/release.js";

interface Names {
  makeName: (measure: string) => string;
  type: string;
}

interface Row {
  outcome: RatedOutcome;
  at: RatePath[number];
}

/** Panels drawn before the reader asks for the rest. */
const AT_FIRST = 6;
const GAP = 24;

const yearWords = (years: readonly number[]): string =>
  years.length === 0 ? "no year since joining" : academicYears(Math.min(...years), Math.max(...years));

export const aboutOutcome = (
  {phase, measure, role, years, schools, strength}: PartnershipOutcome,
  {makeName, type}: Names
): About => ({
  type,
  phase: `${phase} schools`,
  outcome: makeName(measure),
  role,
  years: yearWords(years ?? []),
  schools,
  strength: describeStrength([strength])
});

/** All outcomes of a partnership, a part a role and phase: panels, and a sentence for each that cannot be drawn. */
export function partnershipOutcomes(
  note: PartnershipFile,
  ordered: readonly PartnershipOutcome[],
  names: Names
): HTMLElement {
  const parts = outcomeParts(ordered);
  if (parts.length === 0)
    return html`<p>Nothing is expected of its schools in this release, so there is nothing to compare with.</p>`;
  return html`<div>
    ${parts.map((part) => {
      const [first, rest] = [part.shown.slice(0, AT_FIRST), part.shown.slice(AT_FIRST)];
      return html`<section>
        <h3>${LOOKS[part.role].name}, ${PHASES[part.phase].toLowerCase()}</h3>
        ${first.length > 0 ? partFigure(note, {...part, shown: first}, names) : ""}
        ${rest.length > 0 ? folded(counted(rest.length, "more outcome"), () => partFigure(note, {...part, shown: rest}, names)) : ""}
        ${absentOnes(part, names)}
      </section>`;
    })}
  </div>`;
}

function partFigure(
  {id, name}: PartnershipFile,
  {role, phase, shown}: OutcomePart,
  {makeName, type}: Names
): HTMLElement {
  const schools = Math.max(...shown.map((d) => d.schools));
  const years = shown.flatMap((d) => d.years ?? []);
  return figure(
    fit((width) => panels(shown, {width, makeName})),
    {
      title: `${LOOKS[role].name} of this partnership, and what was expected of them`,
      subtitle: `${name}. Change from the mean of the base years, −4 to −2. Above each panel: what they did beyond it since joining.`,
      about: [
        {
          type,
          phase: `${phase} schools`,
          outcome: shown.length === 1 ? makeName(shown[0].measure) : counted(shown.length, "outcome"),
          role,
          years: yearWords(years),
          schools,
          strength: describeStrength(shown.map((d) => d.strength))
        }
      ],
      notes: html`<span
        ><b>How to read it.</b> Zero is where each group stood before joining. Grey is expected change, from same trend
        (solid edge) to same past (dashed); dotted, all schools of the phase. Panels in different units span the same
        number of standard deviations between schools, so equal slopes are equally large changes. A gap: nothing was
        published.</span
      >`,
      rows: shown.flatMap((outcome) => outcome.rates.path.map((at): Row => ({outcome, at}))),
      columns: [
        {name: "Outcome", show: ({outcome}) => makeName(outcome.measure)},
        {name: "Unit", show: ({outcome}) => outcome.unit},
        ...pathColumns<Row>(({outcome}) => outcome.digits)
      ],
      file: `partnership-${id}-${role}-${phase}`
    }
  );
}

/** A panel an outcome; all span as many standard deviations between schools. */
export function panels(
  shown: readonly RatedOutcome[],
  {width, makeName}: {width: number; makeName: Names["makeName"]}
): HTMLElement {
  const across = Math.max(1, Math.min(3, shown.length, Math.floor((width + GAP) / 320)));
  const each = Math.min(Math.floor((width - GAP * (across - 1)) / across), 480);
  const deviations = Math.max(...shown.map(computeDeviations)) * 1.05;
  const head = (d: RatedOutcome) => ({name: makeName(d.measure), found: verdictLine(d.verdict, d.effect, d.digits)});
  const lines = shown.map((d) => {
    const {name, found} = pathHeading(head(d), each);
    return name.length + found.length;
  });
  return html`<div class="panels" style=${{gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`}}>
    ${shown.map((d, i) =>
      pathPanel(d.rates.path, {
        ...head(d),
        sentence: d.sentence,
        role: d.role,
        unit: d.unit,
        width: each,
        height: 150,
        headingLines: Math.max(...lines.slice(i - (i % across), i - (i % across) + across)),
        domain: spanDomain(d.rates.path, d.sd === null ? null : deviations * d.sd)
      })
    )}
  </div>`;
}

/** How many standard deviations between schools an outcome’s lines span; 0 where the deviation is unknown. */
function computeDeviations({rates, sd}: RatedOutcome): number {
  const [low, high] = reach(rates.path);
  return sd === null ? 0 : (high - low) / sd;
}

/** Why an outcome that nothing forbids has no chart. */
const NOT_DRAWN = "No year has results of its schools.";

/** Outcomes that cannot be drawn, by their reason. */
function absentOnes({absent}: OutcomePart, {makeName}: Names): HTMLElement | "" {
  if (absent.length === 0) return "";
  const byReason = group(absent, (d) => d.absent ?? NOT_DRAWN);
  return folded(
    `${counted(absent.length, "outcome")} without a chart, and why`,
    () =>
      html`<ul>
        ${[...byReason].map(
          ([reason, those]) =>
            html`<li>${reason} <span class="small">${those.map((d) => makeName(d.measure)).join("; ")}</span></li>`
        )}
      </ul>`
  );
}
