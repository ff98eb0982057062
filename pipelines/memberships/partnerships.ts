import {areaModel, services, type Answer} from "../../src/vocabulary/area-model.ts";
import {features, oversight, type Feature, type Oversight} from "../../src/vocabulary/definition-check.ts";
import {definition} from "../../src/lists/definition.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import {makeTable, rows, type Warehouse} from "../warehouse.ts";
import {AREA_PARTNERSHIP} from "./area-facts.ts";
import {fillTable, type TableColumns} from "../fill-table.ts";

const requested = [...Object.keys(features), ...Object.keys(oversight)] as (Feature | Oversight)[];
type Answers = Record<Feature | Oversight, Answer>;
type Said = {partnership_type: string; partnership: string; schools: number; is_listed: boolean} & Record<
  (typeof requested)[number] | (typeof services)[number],
  Answer | null
>;

/**
 * Makes partnership: a row a partnership, with what makes it one, what it runs and since when; its model of area
 * partnership from src/vocabulary/area-model.ts, and whether it meets the definition of a partnership from src/lists/definition.ts.
 */
export async function makePartnerships(warehouse: Warehouse): Promise<void> {
  await makeTable(warehouse, "memberships/partnership_said");
  const said = await rows<Said>(
    warehouse,
    `select partnership_type, partnership, schools, is_listed, ${[...requested, ...services].join(", ")} from partnership_said order by partnership_type, partnership`
  );
  await fillTable(warehouse, "partnership_found", foundColumns, said.map(find));
  await makeTable(warehouse, "memberships/partnership");
  for (const table of ["partnership_said", "partnership_found"]) await warehouse.run(`drop table ${table}`);
}

function find(one: Said) {
  const byLaw = partnershipTypes[one.partnership_type].by_law ?? [];
  const answers = Object.fromEntries(
    requested.map((id) => [id, one.is_listed ? (one[id] ?? "unknown") : byLaw.includes(id) ? "yes" : "unknown"])
  ) as Answers;
  const run = Object.fromEntries(services.map((id) => [id, one[id] ?? "unknown"])) as Record<
    (typeof services)[number],
    Answer
  >;
  return {
    partnership_type: one.partnership_type,
    partnership: one.partnership,
    ...answers,
    definition_source: one.is_listed ? "list" : byLaw.length ? "law" : null,
    meets_definition: definition(answers, {schools: one.schools || null}).met,
    model: one.partnership_type === AREA_PARTNERSHIP ? areaModel(run).model : null
  };
}

const foundColumns: TableColumns<ReturnType<typeof find>> = {
  partnership_type: "varchar",
  partnership: "varchar",
  ...(Object.fromEntries(requested.map((id) => [id, "varchar"])) as Record<(typeof requested)[number], "varchar">),
  definition_source: "varchar",
  meets_definition: "varchar",
  model: "integer"
};
