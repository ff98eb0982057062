import {html} from "htl";
import {nearby, type Choice} from "./choice.js";
import {listed, small} from "./format.js";
import {PHASES} from "./look.js";
import type {ComparisonNote, KindNote, MeasureNote, Phase} from "./release.js";

interface Notes {
  measures: readonly MeasureNote[];
  kinds: readonly KindNote[];
}

const label = (notes: readonly {id: string; label: string}[], id: string): string =>
  notes.find((d) => d.id === id)?.label ?? id;

/** What stands in place of charts when nothing answers the choice: why not, and what could be looked at instead. */
export function noComparison(comparisons: readonly ComparisonNote[], choice: Choice, notes: Notes): HTMLElement {
  const asked = `${label(notes.measures, choice.measure)}, ${small(label(notes.kinds, choice.kind))}, ${choice.phase} schools`;
  const links = nearby(comparisons, choice).map((near) => {
    const words = `${label(notes.measures, near.measure)}, ${small(label(notes.kinds, near.kind))}, ${near.phase} schools`;
    const {measure, kind, phase} = near;
    return html`<li><a href=${`?${new URLSearchParams({measure, kind, phase})}`}>${words}</a></li>`;
  });
  return html`<div class="state" role="status">
    <p><strong>Nothing to compare here: ${asked}.</strong></p>
    <ul>
      ${reasons(comparisons, choice, notes).map((reason) => html`<li>${reason}</li>`)}
    </ul>
    ${
      links.length > 0
        ? html`<div>
            <p>You could look at:</p>
            <ul>
              ${links}
            </ul>
          </div>`
        : ""
    }
  </div>`;
}

/** Why a choice has no answer, as far as the release tells. */
export function reasons(comparisons: readonly ComparisonNote[], choice: Choice, {kinds}: Notes): string[] {
  const ofMeasure = comparisons.filter(({measure}) => measure === choice.measure);
  const ofKind = comparisons.filter(({kind}) => kind === choice.kind);
  const phases = (of: readonly ComparisonNote[]) =>
    listed((Object.keys(PHASES) as Phase[]).filter((phase) => of.some((d) => d.phase === phase)));
  const here = ofMeasure.some(({phase}) => phase === choice.phase);
  return [
    ofMeasure.length === 0
      ? "No schools can be compared on this measure in this release."
      : !here && `This measure is compared in ${phases(ofMeasure)} schools only.`,
    ofKind.length === 0
      ? `No schools in this kind of partnership can be compared in this release. ${kinds.find(({id}) => id === choice.kind)?.evidence ?? ""}`
      : !ofKind.some(({phase}) => phase === choice.phase) &&
        `This kind of partnership is compared in ${phases(ofKind)} schools only.`,
    "A comparison needs schools whose date of joining is known, with results for two years on either side of it."
  ].filter((reason) => reason !== false);
}
