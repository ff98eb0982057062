import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {defaultPlan, type Plan} from "../sample/plan.ts";
import {writeSample} from "../sample.ts";
import {openDuckDB} from "../warehouse.ts";
import {joinTruth, type Joined, type JoinOptions} from "./truth-join.ts";
import {makeWarehouse} from "./truth-warehouse.ts";

const loss = -0.3;

/** What is planted: as the default plan has it; nothing; nothing, and everybody supported was chosen after a bad year; nothing but a loss of supporters in attainment. */
export const variants = {
  planned: {},
  nothing: {effects: []},
  "bad year": {
    effects: [],
    level: {...defaultPlan.level, ar1: 0.5},
    selection: {...defaultPlan.selection, on: {level: 0, bad_year: 1, none: 0}}
  },
  "supporters lose": {
    effects: [
      {kind: "any", role: "supporter", outcome: "attainment", early: loss, development: loss, longer_term: loss}
    ]
  }
} satisfies Record<string, Partial<Plan>>;
export type Variant = keyof typeof variants;

export interface Asked {
  variant: Variant;
  schools: number;
  seed: number;
}

/** Estimates of one made-up England beside what was planted in it. */
export interface OfEngland extends Asked {
  joined: Joined[];
}

/** Makes a made-up England, takes it through the pipeline from its published files, and joins what is estimated to what was planted. */
export async function askEngland({variant, schools, seed}: Asked, options: JoinOptions = {}): Promise<OfEngland> {
  const work = await mkdtemp(join(tmpdir(), "pav-truth-"));
  try {
    const folder = join(work, "sample");
    await writeSample(folder, {...variants[variant], schools, seed});
    return {variant, schools, seed, joined: await askFolder(folder, work, options)};
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

/** The same of a folder that is there already; its warehouse is made in `work`. */
export async function askFolder(folder: string, work: string, options: JoinOptions = {}): Promise<Joined[]> {
  const database = join(work, "schools.duckdb");
  await makeWarehouse(folder, {database});
  const {warehouse, close} = await openDuckDB(database);
  try {
    return await joinTruth(warehouse, folder, options);
  } finally {
    close();
  }
}
