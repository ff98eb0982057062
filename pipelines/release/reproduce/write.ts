import {readFile, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fewestRegressors} from "../../../src/analysis/expected-change/design-matrix.ts";
import {design} from "../../../src/design.ts";
import type {DownloadRow} from "../../../src/release/release.ts";
import {SIGNIFICANT_DIGITS} from "../../estimates/write-results.ts";
import {resolveFromPipelines} from "../../warehouse.ts";
import {downloadTables} from "../downloads/tables.ts";
import {toPython, toR, type Literal} from "./literal.ts";

/** The columns that the programs read of each download. */
const read = {
  headlines: [
    "id",
    "partnership_type",
    "type_label",
    "role",
    "phase",
    "measure",
    "measure_label",
    "scale",
    "series_id",
    "unit_factor",
    "pool",
    "listed_alone",
    "is_governance",
    "own_records"
  ],
  outcomes: ["measure", "school_id", "academic_year", "phase", "series_id", "value", "standardised"],
  schools: ["school_id", "region", "independent", "selective", "sixth_form"],
  school_years: ["school_id", "academic_year", "pupils", "free_meals_pct", "eal_pct", "governance"],
  donor_pools: ["pool", "school_id", "eligible_from", "treated_from"],
  treated: ["partnership_type", "role", "pool", "school_id", "partnership", "cohort"],
  memberships: ["school_id", "pool", "cohort"],
  estimates: ["id", "term", "assumption", "estimate", "se", "schools", "clusters", "method"],
  results: ["partnership_type", "role", "education_phase", "measure", "subgroup_of", "effect_from", "effect_to"]
};

const numbers = [
  "series_id",
  "unit_factor",
  "school_id",
  "academic_year",
  "value",
  "standardised",
  "pupils",
  "governance",
  "free_meals_pct",
  "eal_pct",
  "eligible_from",
  "treated_from",
  "cohort",
  "estimate",
  "se",
  "schools",
  "clusters",
  "effect_from",
  "effect_to"
];

/** Differences up to this are rounding. */
const TOLERANCE = 1e-8;

const programs = [
  {file: "reproduce.R", what: "R, without packages", name: "plan", literal: toR},
  {file: "reproduce.py", what: "Python, with numpy", name: "PLAN", literal: toPython}
] as const;

/** Writes the programs that work out the results again from the downloads in a folder, with the plan in force; returns what downloads.json says of them. */
export async function writeReproduce(folder: string): Promise<DownloadRow> {
  const constants = planConstants();
  const files = await Promise.all(
    programs.map(async ({file, what, name, literal}) => {
      const text = await readFile(resolveFromPipelines(`release/reproduce/${file}`), "utf8");
      const path = join(folder, file);
      await writeFile(
        path,
        text.replace("# <constants>", () => literal(name, constants))
      );
      return {file, what, bytes: (await stat(path)).size};
    })
  );
  return {
    id: "reproduce",
    title: "Check it yourself",
    row: "A program that works out every result again from the files above as CSV, and compares it with what is printed.",
    rows: null,
    columns: [],
    files
  };
}

/** What the programs need of the plan in force. Names are in ASCII, since neither language may be given an encoding. */
function planConstants(): Record<string, Literal> {
  const {covariates, tolerances} = design;
  const plain = (entries: readonly string[]) => entries.map((entry) => entry.replace("²", "^2"));
  for (const [id, columns] of Object.entries(read)) {
    const labels = downloadTables.find((table) => table.id === id)!.columns;
    const unknown = columns.filter((column) => !(column in labels));
    if (unknown.length) throw new Error(`${id} has no column ${unknown.join(", ")}`);
  }
  return {
    base: design.base,
    effect: design.effect,
    covariates: {same_trend: plain(covariates.same_trend), same_past: plain(covariates.same_past)},
    past: design.past,
    floor_covariate: covariates.floor,
    fewest_regressors: fewestRegressors,
    available: covariates.available,
    donors_per_coefficient: covariates.donors_per_coefficient,
    copy: tolerances.copy,
    unlike: tolerances.unlike,
    constant: tolerances.constant,
    tolerance: TOLERANCE,
    digits: SIGNIFICANT_DIGITS,
    columns: read,
    numbers
  };
}
