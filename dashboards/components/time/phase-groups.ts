import {directionOf, turned} from "../ui/directions.js";
import {nobody, phaseEffectOf} from "../evidence/index-cell.js";
import {byLine} from "../ui/lines.js";
import type {MatrixCell, MatrixGroup} from "../evidence/matrix.js";
import type {TimedRow, MeasureNote, PartnershipPhase} from "../ui/release.js";
import {hasResult} from "../ui/result-choice.js";

/** Phases of a partnership by years since joining (src/library/estimators/callaway-santanna/phases.ts). */
export const PARTNERSHIP_PHASES: Readonly<Record<PartnershipPhase, string>> = {
  early: "Early: years 0 and 1",
  development: "Development: years 2 and 3",
  longer_term: "Longer term: from year 4"
};

/** Outcomes of one role by phase of the partnership, line by line; outcomes without any result are left to other pages. */
export function phaseGroups(rows: readonly TimedRow[], measures: readonly MeasureNote[]): MatrixGroup[] {
  return byLine(measures)
    .map(({label, measures: ofLine}) => ({
      label,
      rows: ofLine.flatMap((measure) => {
        const row = rows.find((d) => d.measure === measure.id && hasResult(d));
        if (row === undefined) return [];
        const cells = (Object.keys(PARTNERSHIP_PHASES) as PartnershipPhase[]).map((phase) =>
          phaseCell(row, measure, phase)
        );
        return [{label: measure.label, about: measure.better === "lower" ? "lower is better" : "", cells}];
      })
    }))
    .filter((group) => group.rows.length > 0);
}

/** One phase of a partnership. Strength and counts are of all years, so a cell leaves the strength to the evidence page. */
export function phaseCell(row: TimedRow, measure: MeasureNote, phase: PartnershipPhase): MatrixCell {
  const effect = phaseEffectOf(row, phase);
  if (effect === null) return nobody(row.role, "No school has been followed for so long, or nothing was published.");
  const {role, unit, digits, schools, partnerships, sd} = row;
  const newest = measure.segments.at(-1)?.unit ?? measure.unit;
  const worth = unit === newest ? measure.worth.value : null;
  return {
    role,
    effect,
    drawn: sd === null ? null : turned(effect, sd, measure.better),
    verdict: directionOf(effect, measure.better, worth),
    unit,
    digits,
    strength: null,
    schools,
    partnerships,
    absent: null
  };
}
