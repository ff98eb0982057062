import {group} from "d3";
import {html} from "htl";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {folded} from "./folded.js";
import {counted, number, signed} from "./format.js";
import {LOOKS, PHASES} from "./look.js";
import {outcomeParts, type OutcomePart} from "./outcome-order.js";
import {outcomePanels} from "./outcome-panels.js";
import type {PartnershipNote, PartnershipOutcome} from "./release.js";
import type {Column} from "./table.js";

interface Row {
  outcome: PartnershipOutcome;
  event_time: number;
  joined: number | null;
  similar: number | null;
  schools: number;
}

type NameOf = (measure: string) => string;

/** Panels drawn before the reader asks for the rest. */
const AT_FIRST = 6;

/** All outcomes of a partnership, a part a role and phase: panels, and a sentence for each that cannot be drawn. */
export function partnershipOutcomes(
  note: PartnershipNote,
  ordered: readonly PartnershipOutcome[],
  nameOf: NameOf
): HTMLElement {
  const parts = outcomeParts(ordered);
  if (parts.length === 0) {
    return html`<p>No outcome of its schools could be set beside similar schools in this release.</p>`;
  }
  return html`<div>
    ${parts.map(
      (part) =>
        html`<section>
          <h3>${LOOKS[part.role].name}, ${PHASES[part.phase].toLowerCase()}</h3>
          ${part.shown.length > 0 ? partFigure(note, {...part, shown: part.shown.slice(0, AT_FIRST)}, nameOf) : ""}
          ${
            part.shown.length > AT_FIRST
              ? folded(`${counted(part.shown.length - AT_FIRST, "more outcome")}`, () =>
                  partFigure(note, {...part, shown: part.shown.slice(AT_FIRST)}, nameOf)
                )
              : ""
          }
          ${absentOnes(part, nameOf)}
        </section>`
    )}
  </div>`;
}

function partFigure({id, name}: PartnershipNote, {role, phase, shown}: OutcomePart, nameOf: NameOf): HTMLElement {
  const schools = Math.max(...shown.map((d) => d.schools));
  return figure(
    fit((width) => outcomePanels(shown, {width, nameOf})),
    {
      title: `${LOOKS[role].name} of this partnership and similar schools`,
      subtitle: `${name}, up to ${counted(schools, `${phase} school`)}. Change from the years before joining (−4 to −2). Above each panel: the difference since joining, with its 95% interval.`,
      notes: html`<b>How to read it.</b> Zero is where each group stood before joining. Similar schools were chosen when
        these schools joined and are the same ever since; their line allows for what still set them apart by then, so
        that the gap is the difference of that year. Panels in different units span the same number of standard
        deviations between schools, so equal slopes are equally large changes. A gap: nothing was published. Filled
        dots: a clear difference.`,
      rows: shown.flatMap((outcome) => outcome.series.map((d): Row => ({outcome, ...d}))),
      columns: columns(nameOf),
      file: `partnership-${id}-${role}-${phase}`
    }
  );
}

const change = (value: number | null, digits: number): string => (value === null ? "none" : signed(value, digits));

const columns = (nameOf: NameOf): Column<Row>[] => [
  {name: "Outcome", show: ({outcome}) => nameOf(outcome.measure)},
  {name: "Unit", show: ({outcome}) => outcome.unit},
  {name: "Years since joining", show: (d) => signed(d.event_time, 0), raw: (d) => d.event_time, numeric: true},
  {
    name: "Its schools, change",
    show: ({joined, outcome}) => change(joined, outcome.digits),
    raw: ({joined}) => joined,
    numeric: true
  },
  {
    name: "Similar schools, change",
    show: ({similar, outcome}) => change(similar, outcome.digits),
    raw: ({similar}) => similar,
    numeric: true
  },
  {name: "Schools with a result", show: ({schools}) => number(schools, 0), raw: ({schools}) => schools, numeric: true}
];

/** Why an outcome that nothing forbids has no chart. */
const NOT_DRAWN = "No year has results of its schools.";

/** Outcomes that cannot be drawn, by their reason. */
function absentOnes({absent}: OutcomePart, nameOf: NameOf): HTMLElement | "" {
  if (absent.length === 0) return "";
  const byReason = group(absent, (d) => d.absent ?? NOT_DRAWN);
  return folded(
    `${counted(absent.length, "outcome")} without a chart, and why`,
    () =>
      html`<ul>
        ${[...byReason].map(
          ([reason, those]) =>
            html`<li>${reason} <span class="small">${those.map((d) => nameOf(d.measure)).join("; ")}</span></li>`
        )}
      </ul>`
  );
}
