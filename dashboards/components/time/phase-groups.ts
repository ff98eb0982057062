import {nameDirection, turned} from "../ui/directions.js";
import {nobody, findPhaseEffect} from "../evidence/index-cell.js";
import {byDomain} from "../ui/domains.js";
import type {MatrixCell, MatrixGroup} from "../evidence/matrix.js";
import type {TimedRow, MeasureRow, PartnershipPhase} from "../ui/release.js";
import {hasResult} from "../ui/result-choice.js";

/** Phases of a partnership by years since joining (src/library/estimators/callaway-santanna/phases.ts). */
export const PARTNERSHIP_PHASES: Readonly<Record<PartnershipPhase, string>> = {
  early: "Early: years 0 and 1",
  development: "Development: years 2 and 3",
  longer_term: "Longer term: from year 4"
};

/** Outcomes of one role by period since joining, domain by domain; outcomes without any result are left to other pages. */
export function phaseGroups(rows: readonly TimedRow[], measures: readonly MeasureRow[]): MatrixGroup[] {
  return byDomain(measures)
    .map(({label, measures: inDomain}) => ({
      label,
      rows: inDomain.flatMap((measure) => {
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

/** One period since joining. Strength and counts are of all years, so a cell leaves the strength to the evidence page. */
export function phaseCell(row: TimedRow, measure: MeasureRow, phase: PartnershipPhase): MatrixCell {
  const effect = findPhaseEffect(row, phase);
  if (effect === null) return nobody(row.role, "No school has been followed for so long, or nothing was published.");
  const {role, unit, digits, schools, partnerships, sd} = row;
  const newest = measure.comparable_series.at(-1)?.unit ?? measure.unit;
  const smallest_effect = unit === newest ? measure.smallest_effect.value : null;
  return {
    role,
    effect,
    drawn: sd === null ? null : turned(effect, sd, measure.better),
    verdict: nameDirection(effect, measure.better, smallest_effect),
    unit,
    digits,
    strength: null,
    schools,
    partnerships,
    absent: null
  };
}
