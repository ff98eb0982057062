import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {group, rollup} from "d3";
import {INDEX_COLUMNS, isTimed} from "../../src/analysis/index-row.ts";
import {design} from "../../src/design.ts";
import {lightColumns} from "../../src/release/light-columns.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import type {Dimension, ResultFile} from "../../src/release/results.ts";
import type {FewPartnerships, IndexRow, PartnershipTypesFile, PartRow} from "../../src/release/result-index.ts";
import type {PartnershipOutcome} from "../../src/release/partnership-files.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import type {OutcomesOf} from "./partnerships.ts";
import {writePart} from "../files/write-part.ts";
import {briefJson} from "./text.ts";

/** A partnership, as far as its type and its model go. */
export interface PlacedPartnership {
  id: string;
  partnership_type: string;
  model: number | null;
}

const DIMENSIONS: readonly Dimension[] = ["model", "programme", "period"];

const PART_COLUMNS = INDEX_COLUMNS.filter((name) => name !== "id" && !isTimed(name));

/** Writes types/MEASURE.json.gz of every measure there is. */
export async function writePartnershipTypes(
  warehouse: Warehouse,
  folder: string,
  {index, results, outcomes}: {index: readonly IndexRow[]; results: readonly ResultFile[]; outcomes: OutcomesOf}
): Promise<void> {
  const placed = await rows<PlacedPartnership>(
    warehouse,
    "select partnership as id, partnership_type, min(model)::integer as model from partnership group by all order by id"
  );
  const all = results.flatMap((file) => file.results);
  const labels = new Map(all.flatMap(({id, by}) => (by === null ? [] : [[id, by.label]])));
  await mkdir(join(folder, "types"), {recursive: true});
  const effects = listEffects(placed, outcomes);
  for (const measure of Object.keys(measures)) {
    const file: PartnershipTypesFile = {
      parts: listParts(index, {measure, labels}),
      few: fewPartnerships(effects.get(measure) ?? [])
    };
    await writePart(join(folder, "types"), measure, briefJson(file));
  }
}

function listParts(
  index: readonly IndexRow[],
  {measure, labels}: {measure: string; labels: ReadonlyMap<string, string>}
): PartnershipTypesFile["parts"] {
  const parts = index.filter((row) => row.measure === measure && DIMENSIONS.some((d) => d === row.dimension));
  const columns = PART_COLUMNS.map((name) => [name, parts.map((row) => row[name])]);
  const label = parts.map(({id, subgroup}) => labels.get(id) ?? subgroup);
  return {columns: lightColumns<PartRow>({...Object.fromEntries(columns), label})};
}

/** The effect of a partnership, as one of a type or of a model of it. */
interface PlacedEffect {
  place: Omit<FewPartnerships, "values">;
  value: FewPartnerships["values"][number];
}

/** By measure, the effects of partnerships on it, in the order they are given. */
export function listEffects(
  placed: readonly PlacedPartnership[],
  outcomes: OutcomesOf
): ReadonlyMap<string, PlacedEffect[]> {
  const found = placed.flatMap((partnership) =>
    (outcomes.get(partnership.id) ?? []).flatMap((outcome) => placeEffect(outcome, partnership))
  );
  return rollup(
    found,
    (some) => some.map(({effect}) => effect),
    ({measure}) => measure
  );
}

/** Those of places that have too few partnerships for an interval. */
export const fewPartnerships = (effects: readonly PlacedEffect[]): FewPartnerships[] =>
  [...group(effects, ({place}) => JSON.stringify(place)).values()]
    .filter(({length}) => length < design.inference.fewest_partnerships)
    .map((some) => ({...some[0].place, values: some.map(({value}) => value)}));

/** The effect of a partnership as one of its type, and again as one of its model. */
function placeEffect(
  {measure, phase, role, effect}: PartnershipOutcome,
  {partnership_type, model}: PlacedPartnership
): {measure: string; effect: PlacedEffect}[] {
  if (effect === null) return [];
  const value = {same_trend: effect.same_trend.value, same_past: effect.same_past.value};
  const whole = {partnership_type, phase, role, model: null};
  const places = [whole, ...(model === null ? [] : [{...whole, model}])];
  return places.map((place) => ({measure, effect: {place, value}}));
}
