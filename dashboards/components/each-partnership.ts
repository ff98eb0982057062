import {fetchRelease} from "./fetch-release.js";
import type {MatrixCell} from "./matrix.js";
import type {PartnershipNote, PartnershipRow} from "./release.js";
import type {ResultChoice} from "./result-choice.js";

/** Under so many partnerships no interval is claimed, and each is shown instead (fewest_clusters in src/design.ts). */
const FEW = 5;

/** The partnerships of a kind, and of a model of it if one is given, that have schools in a role. */
export const partnershipsOf = (
  rows: readonly PartnershipRow[],
  {kind, role}: Pick<ResultChoice, "kind" | "role">,
  model: number | null
): PartnershipRow[] => rows.filter((d) => d.kind === kind && d[role] > 0 && (model === null || d.model === model));

/** The effects of partnerships on the outcome asked for, in the order of their ids; those without one are left out. */
export function eachEffect(notes: readonly PartnershipNote[], {measure, phase, role}: ResultChoice): number[] {
  return notes.flatMap(({outcomes}) => {
    const found = outcomes.find((d) => d.measure === measure && d.phase === phase && d.role === role);
    return found?.effect == null ? [] : [found.effect.value];
  });
}

/**
 * A cell with too few partnerships for an interval, with what each of them did. Others are as they were, and so are
 * those whose partnerships are many: then the few that can be compared cannot be told without opening them all.
 */
export async function withEach(
  cell: MatrixCell,
  choice: ResultChoice,
  {partnerships, model, scale}: {partnerships: readonly PartnershipRow[]; model: number | null; scale: number | null}
): Promise<MatrixCell> {
  const few = partnershipsOf(partnerships, choice, model);
  if (cell.verdict !== "too_few" || few.length === 0 || few.length >= FEW) return cell;
  const shards = await Promise.all(
    few.map(({shard}) => fetchRelease<Record<string, PartnershipNote>>(`partnership/${shard}.json`))
  );
  const notes = few.flatMap(({id}, i) => shards[i]![id] ?? []);
  const each = eachEffect(notes, choice);
  return {...cell, each, eachDrawn: scale === null ? [] : each.map((value) => value * scale)};
}
