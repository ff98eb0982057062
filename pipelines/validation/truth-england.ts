import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {covariateLabels} from "../../src/analysis/comparison/covariate-labels.ts";
import type {RoleJoined} from "../../src/analysis/comparison/role-joined.ts";
import {measureTrials} from "../../src/analysis/evidence/robustness.ts";
import {treatedByCohort} from "../../src/analysis/expected-change/trials.ts";
import {design} from "../../src/design.ts";
import {poolTasks} from "../estimates/pool-tasks.ts";
import {variants} from "../synthetic-england/variants.ts";
import {writeSample} from "../synthetic-england/write-sample.ts";
import {openDuckDB, type Warehouse} from "../warehouse.ts";
import {scalePlanted, readPlanted} from "./truth-planted.ts";
import {truthRow, type TruthRow} from "./truth-row.ts";
import {makeWarehouse} from "./truth-warehouse.ts";

/** Which synthetic England: its plan, how many schools, and its seed. */
export type Which = Pick<TruthRow, "variant" | "size" | "seed">;

/** Writes a synthetic England, takes it through the pipeline from its published files, and lays its estimates next to the truth. */
export async function measureEngland({variant, size, seed}: Which): Promise<TruthRow[]> {
  const work = await mkdtemp(join(tmpdir(), "pav-truth-"));
  try {
    const folder = join(work, "sample");
    const database = join(work, "schools.duckdb");
    const {changes}: {changes: Parameters<typeof writeSample>[1]} = variants[variant];
    await writeSample(folder, {...changes, schools: size, seed});
    await makeWarehouse(folder, {database});
    const {warehouse, close} = await openDuckDB(database);
    try {
      return (await compareWithTruth(warehouse, folder)).map((row) => ({
        ...row,
        variant,
        size,
        seed
      }));
    } finally {
      close();
    }
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

/** The same of a warehouse that is there, and the folder that it was made from. Roles of too few partnerships for an interval are left out. */
export async function compareWithTruth(
  warehouse: Warehouse,
  folder: string
): Promise<Omit<TruthRow, "variant" | "size" | "seed">[]> {
  await readPlanted(warehouse, folder);
  const found: Omit<TruthRow, "variant" | "size" | "seed">[] = [];
  const run = {plan: "", made: ""};
  for await (const {data, pool, roles, studies, schools} of poolTasks(warehouse)) {
    const treated = treatedByCohort(roles);
    const estimable = roles.filter(hasEnough);
    if (!estimable.length) continue;
    for (const study of studies) {
      const planted = await scalePlanted(warehouse, study, schools.makeRow);
      const trials = measureTrials(data, pool, {treated, roles: estimable}, study);
      for (const role of estimable) {
        const row = truthRow({data, pool, role, study, trials, run, labels: covariateLabels}, planted);
        if (row) found.push(row);
      }
    }
  }
  return found;
}

const hasEnough = ({joined}: RoleJoined): boolean =>
  new Set(joined.map(({partnership}) => partnership)).size >= design.inference.fewest_partnerships;
