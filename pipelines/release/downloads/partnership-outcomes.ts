import type {PartnershipOutcome} from "../../../src/release/partnership-files.ts";
import {appendColumns, type NewColumn, type Warehouse} from "../../warehouse.ts";
import type {OutcomesOf} from "../partnerships.ts";

type Held = Pick<NewColumn, "type"> & {of: (outcome: PartnershipOutcome) => string | number | null};

/** What is kept of an outcome of one partnership, by column. */
const held: Readonly<Record<string, Held>> = {
  role: {type: "varchar", of: ({role}) => role},
  phase: {type: "varchar", of: ({phase}) => phase},
  measure: {type: "varchar", of: ({measure}) => measure},
  unit: {type: "varchar", of: ({unit}) => unit},
  verdict: {type: "varchar", of: ({verdict}) => verdict},
  strength: {type: "varchar", of: ({strength}) => strength},
  strength_lost: {type: "varchar", of: ({strength_lost}) => strength_lost.join("; ") || null},
  absent: {type: "varchar", of: ({absent}) => absent},
  effect_from: {type: "double", of: ({effect}) => effect && effect.from},
  effect_to: {type: "double", of: ({effect}) => effect && effect.to},
  effect_low: {type: "double", of: ({effect}) => effect && effect.low},
  effect_high: {type: "double", of: ({effect}) => effect && effect.high},
  effect_same_trend: {type: "double", of: ({effect}) => effect && effect.same_trend.value},
  se_same_trend: {type: "double", of: ({effect}) => effect && effect.same_trend.se},
  low_same_trend: {type: "double", of: ({effect}) => effect && effect.same_trend.low},
  high_same_trend: {type: "double", of: ({effect}) => effect && effect.same_trend.high},
  effect_same_past: {type: "double", of: ({effect}) => effect && effect.same_past.value},
  se_same_past: {type: "double", of: ({effect}) => effect && effect.same_past.se},
  low_same_past: {type: "double", of: ({effect}) => effect && effect.same_past.low},
  high_same_past: {type: "double", of: ({effect}) => effect && effect.same_past.high},
  looked_at: {type: "integer", of: ({among}) => among && among.looked_at},
  chance: {type: "double", of: ({among}) => among && among.chance},
  first_year: {type: "integer", of: ({years}) => years && years[0]},
  last_year: {type: "integer", of: ({years}) => years && years[1]},
  schools: {type: "integer", of: ({schools}) => schools}
};

/** partnership_outcome: a row a partnership, role, phase and measure, with what its page says of it. */
export async function makePartnershipOutcomes(warehouse: Warehouse, outcomes: OutcomesOf): Promise<void> {
  const fields = Object.entries(held).map(([name, {type}]) => `${name} ${type}`);
  await warehouse.run(`create or replace temp table partnership_outcome (partnership varchar, ${fields.join(", ")})`);
  const found = [...outcomes].flatMap(([partnership, own]) => own.map((outcome) => ({partnership, outcome})));
  if (!found.length) return;
  await appendColumns(warehouse, "partnership_outcome", [
    {type: "varchar", values: found.map(({partnership}) => partnership)},
    ...Object.values(held).map(({type, of}) => ({type, values: found.map(({outcome}) => of(outcome))}))
  ]);
}
