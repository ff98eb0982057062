import type {InventoryNote} from "../../src/release/release.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {measures as known} from "../../src/vocabulary/measures.ts";
import type {Measure} from "../../src/vocabulary/measure.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import {noOutcomeReasons, whyNoOutcome, type NoOutcomeReason} from "../../src/vocabulary/why-no-outcome.ts";
import {readYears} from "../outcomes/read-years.ts";
import {rows, type Warehouse} from "../warehouse.ts";

/** Which outcomes have a figure of some school in the warehouse, and why the others have none, by phase of education. */
export async function inventoryNote(
  warehouse: Warehouse,
  measures: Readonly<Record<string, Measure>> = known
): Promise<InventoryNote> {
  const held = await rows<{measure: string; phase: Phase; first: AcademicYear; last: AcademicYear}>(
    warehouse,
    `select measure, phase, min(academic_year)::integer as first, max(academic_year)::integer as last
     from outcome where value is not null group by all`
  );
  const read = await readYears(warehouse);
  const note: InventoryNote = {
    read: [],
    lacking: Object.entries(noOutcomeReasons).map(([reason, meaning]) => ({
      reason: reason as NoOutcomeReason,
      meaning,
      measures: []
    }))
  };
  for (const [measure, {phases}] of Object.entries(measures)) {
    const found = held.filter((row) => row.measure === measure && phases.includes(row.phase));
    if (found.length) {
      note.read.push({
        measure,
        phases: phases.filter((phase) => found.some((row) => row.phase === phase)),
        first: Math.min(...found.map(({first}) => first)),
        last: Math.max(...found.map(({last}) => last))
      });
    }
    const without = phases.filter((phase) => !found.some((row) => row.phase === phase));
    for (const {reason, measures: list} of note.lacking) {
      const mine = without.filter((phase) => whyNoOutcome(measure, read, {phase, all: measures}) === reason);
      if (mine.length) list.push({measure, phases: mine});
    }
  }
  return note;
}
