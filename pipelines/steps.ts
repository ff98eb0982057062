import {existsSync} from "node:fs";
import {join} from "node:path";
import {refuseFailedChecks, runChecks} from "./checks/check.ts";
import {estimateAll, estimateDefaults, type Estimates} from "./estimates/estimate.ts";
import {committedCorrections, correctDates, idleCorrections, loadCorrections} from "./schools/corrections.ts";
import {makeMemberships} from "./memberships/membership.ts";
import {lackingAuthorities} from "./schools/lacking-authorities.ts";
import {findEmptiedColumns} from "./outcomes/emptied-columns.ts";
import {makeOutcomes} from "./outcomes/outcome.ts";
import {authoritiesOfRegister, reconcile, makeReconciliationFile, largeDifferences} from "./outcomes/reconcile.ts";
import {makeSchools} from "./schools/school.ts";
import {findRowsOutsideLife} from "./schools/rows-outside-life.ts";
import {makeSchoolRows} from "./schools/school_row.ts";
import {findLevelJumps} from "./stage/level-jumps.ts";
import {findJoinedTwice} from "./stage/joined-twice.ts";
import {findReversedLinks} from "./stage/reversed-links.ts";
import {findSameFigures} from "./stage/same-figures.ts";
import {findNumbersApart} from "./stage/numbers-apart.ts";
import {findShiftedOpenings} from "./stage/shifted-openings.ts";
import {findStrangeYears} from "./stage/other-years.ts";
import {findPartScaled} from "./stage/part-scaled.ts";
import {findRounded} from "./stage/rounded-columns.ts";
import {readSchoolPanels} from "./stage/school-panel.ts";
import {findWordsApart} from "./stage/words-apart.ts";
import {stage} from "./stage/staged.ts";
import {takeRows} from "./outcomes/selected.ts";
import {listTables} from "./read/read-folder.ts";
import type {FilesRead, PublishedFile} from "./read/published-file.ts";
import {partnershipTables} from "./read/facts-table.ts";
import {SYNTHETIC} from "./read/synthetic.ts";
import type {Correction} from "../src/schools/corrections/correction.ts";
import type {ListFile} from "../src/lists/table.ts";
import type {ReconciliationFile, RunFile} from "../src/release/release.ts";
import type {Source} from "../src/published-files/source.ts";
import {shareOut} from "./share-out.ts";
import {makeTable, type Warehouse} from "./warehouse.ts";
import {planNumber} from "./plan/number.ts";

/** What the steps read, and what they have found so far. */
export interface Run {
  warehouse: Warehouse;
  /** Other connections to it, for what can be done side by side. */
  others?: readonly Warehouse[];
  sources: readonly Source[];
  files: readonly PublishedFile[];
  /** Lists that partnerships keep themselves. */
  lists: readonly ListFile[];
  /** The folder of the tables of facts about partnerships. */
  tables: string;
  /** Facts of the register that are wrong or missing; those of pipelines/codes/corrections.csv where none are given. */
  corrections?: readonly Correction[];
  /** What the lists should be looked at for, in sentences. */
  list_warnings: string[];
  /** What was strange in the files and left out, and totals that their schools do not give, in sentences that name the file. */
  warnings: string[];
  /** Whether the files are of a synthetic England, which is as large as its own register. */
  synthetic?: true;
  resolved: RunFile["resolved"];
  reconciliation: ReconciliationFile[];
  /** What joining added; null until that step has run. */
  estimates: Estimates | null;
  /** The folder for what workers answer, kept from run to run; null for nowhere. */
  keep?: string | null;
  /** Entries of the project’s plan that this run replaces. */
  replaced?: readonly string[];
  /** Called after each donor pool that is estimated. */
  progress?: (done: number, what: string) => void;
  /** Threads that estimate, if not the usual number. */
  workers?: number;
  /** When the run began, which every result carries. */
  made: Date;
}

export interface Step {
  name: string;
  about: string;
  /** Whether it reads published files alone, so that its tables hold until one of them or the code changes. */
  kept?: true;
  run(run: Run): Promise<void>;
}

/** A run before its first step, or, given what the kept steps found, after them. */
export function makeRun(
  {files, lists, tables}: FilesRead,
  {
    warehouse,
    sources,
    from,
    work,
    found = null
  }: Pick<Run, "warehouse" | "sources"> & {
    from: string;
    work: string;
    found?: Pick<Run, "resolved" | "reconciliation" | "warnings"> | null;
  }
): Run {
  return {
    warehouse,
    sources,
    files,
    lists,
    tables: tables.length ? listTables(work) : partnershipTables,
    list_warnings: [],
    warnings: [],
    ...(existsSync(join(from, SYNTHETIC)) ? {synthetic: true as const} : {}),
    resolved: [],
    reconciliation: [],
    ...found,
    estimates: null,
    made: new Date()
  };
}

/** What is strange about staged files held side by side; sentences to warn with. */
async function findStrangeness({warehouse, sources, others = []}: Run): Promise<string[]> {
  const found = await shareOut<string[]>(
    [warehouse, ...others],
    [
      (connection) => lackingAuthorities(connection, sources),
      (connection) => findLevelJumps(connection, sources),
      (connection) => findSameFigures(connection, sources),
      async (connection) => {
        const panels = await readSchoolPanels(connection, sources);
        return [...findStrangeYears(panels), ...findPartScaled(panels), ...findRounded(panels)];
      },
      (connection) => findReversedLinks(connection),
      (connection) => findJoinedTwice(connection),
      (connection) => findNumbersApart(connection, sources),
      (connection) => findWordsApart(connection),
      (connection) => findShiftedOpenings(connection)
    ]
  );
  return found.flat();
}

/** From published files to estimates, in order: each step reads only what the steps above it made. */
export const steps: readonly Step[] = [
  {
    name: "staged",
    kept: true,
    about: "give every published cell a type, or the reason it is missing",
    run: async (run) => {
      run.warnings.push(...(await stage(run.warehouse, run.files, run.sources, run.others)));
      run.warnings.push(...(await findStrangeness(run)));
      await run.warehouse.run("drop table set_aside");
    }
  },
  {
    name: "reconciliation",
    kept: true,
    about: "compare the printed totals with the schools’ own rows",
    run: async (run) => {
      const nation = run.synthetic && (await authoritiesOfRegister(run.warehouse));
      await reconcile(run.warehouse, run.sources, {...(nation ? {nation} : {}), others: run.others});
      run.reconciliation = await makeReconciliationFile(run.warehouse);
      run.warnings.push(...(await largeDifferences(run.warehouse)));
    }
  },
  {
    name: "school",
    kept: true,
    about: "follow schools through changes of URN",
    run: async (run) => {
      const {warehouse, sources} = run;
      await loadCorrections(warehouse, run.corrections ?? (await committedCorrections()));
      await makeTable(warehouse, "schools/laestab_urn");
      await makeSchoolRows(warehouse, sources);
      await makeTable(warehouse, "schools/urn");
      await correctDates(warehouse, "urn");
      await makeSchools(warehouse);
      run.warnings.push(...(await findRowsOutsideLife(warehouse)));
      run.warnings.push(...(await idleCorrections(warehouse, ["link", "opened", "closed"])));
    }
  },
  {
    name: "outcome",
    kept: true,
    about: "one value, or a reason, a school, year and measure",
    run: async (run) => {
      run.resolved = await takeRows(run.warehouse, run.sources);
      await makeTable(run.warehouse, "schools/closing_year");
      await makeTable(run.warehouse, "schools/school_year");
      await makeOutcomes(run.warehouse, run.others);
      run.warnings.push(...(await findEmptiedColumns(run.warehouse)));
    }
  },
  {
    name: "membership",
    about: "who joined which partnership, when, and in what role",
    run: async (run) => {
      run.list_warnings = await makeMemberships(run.warehouse, run);
    }
  },
  {
    name: "checks",
    about: "check that the tables are as they are described",
    run: async ({warehouse}) => refuseFailedChecks(await runChecks(warehouse))
  },
  {
    name: "estimate",
    about: "estimate what joining added beyond what was expected",
    run: async (run) => {
      const terms = {plan: await planNumber(), made: run.made.toISOString().slice(0, 10)};
      run.estimates = await estimateAll(run.warehouse, terms, {
        ...estimateDefaults,
        keep: run.keep ? join(run.keep, "estimates") : null,
        progress: run.progress ?? estimateDefaults.progress,
        workers: run.workers ?? estimateDefaults.workers
      });
    }
  }
];
