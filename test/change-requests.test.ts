import {execFile} from "node:child_process";
import {cp, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, describe, expect, test} from "vitest";

const run = promisify(execFile);
const readme = await readFile("README.md", "utf8");

/** Each change that the README’s table “Where things go” names, done on a copy of the project. */
interface Change {
  /** The row of the table. */
  row: string;
  /** Files written or edited, in the copy. */
  edits: Record<string, (text: string) => string>;
  /** What the copy then says of itself, and what is to be in it. */
  seen: [keyof Probe, string];
}

/** What a copy says it has. */
interface Probe {
  sources: string[];
  columns: string[];
  measures: string[];
  types: string[];
  estimators: string[];
  matching: string[];
  codes: string[];
  corrections: string[];
  checks: string[];
  pages: string[];
  charts: string[];
}

const probe = `
import {readdir, readFile} from "node:fs/promises";
import {describeMethods} from "./src/words/method-notes/registered.ts";
import {measures} from "./src/vocabulary/measures.ts";
import * as types from "./src/vocabulary/partnership-types/index.ts";
import {readSources} from "./pipelines/sources.ts";
const sources = await readSources();
const lines = async (file: string) => (await readFile(file, "utf8")).trim().split("\\n");
const [registry] = Object.values(types).filter((value) => typeof value === "object" && "federation" in value);
console.log(JSON.stringify({
  sources: sources.map(({id}) => id),
  columns: sources.flatMap(({columns}) => Object.values(columns).flatMap(({names}) => Object.values(names).flat())),
  measures: Object.keys(measures),
  types: Object.keys(registry),
  estimators: describeMethods("estimators").map(({id}) => id),
  matching: describeMethods("matching").map(({id}) => id),
  codes: (await lines("pipelines/codes/missing.csv")).map((line) => line.split(",")[0]),
  corrections: (await lines("pipelines/codes/corrections.csv")).slice(1),
  checks: (await readdir("pipelines/checks")).filter((name) => name.endsWith(".sql")),
  pages: await readdir("dashboards"),
  charts: await readdir("dashboards/components/evidence")
}));
`;

/** An entry of an object, from its key to the brace that ends it, again under another key. */
function entryAgain(text: string, key: string, other: string): string {
  const start = text.indexOf(`  ${key}: {\n`);
  const end = text.indexOf("\n  }", start) + 4;
  if (start < 0) throw new Error(`no entry ${key}`);
  return `${text.slice(0, start)}${text.slice(start, end).replace(key, other)},\n${text.slice(start)}`;
}

/** A text with what `pattern` finds replaced; throws where it finds nothing. */
function replaced(text: string, pattern: string | RegExp, by: string): string {
  const changed = text.replace(pattern, by);
  if (changed === text) throw new Error(`${String(pattern)} is not there`);
  return changed;
}

const copied = (path: string) => readFile(path, "utf8");
const absence = await copied("pipelines/sources/absence/source.ts");
const staged = await copied("pipelines/sources/absence/staged.sql");
const estimator = await copied("src/library/estimators/before-after.ts");

const changes: readonly Change[] = [
  {
    row: "a dataset",
    edits: {
      "pipelines/sources/library_loans/source.ts": () =>
        absence.replace('id: "absence"', 'id: "library_loans"').replace('"PERCTOT"', '"LOANS"'),
      "pipelines/sources/library_loans/staged.sql": () => staged
    },
    seen: ["sources", "library_loans"]
  },
  {
    row: "a year of a dataset",
    edits: {
      "pipelines/sources/absence/source.ts": (text) =>
        replaced(text, '{2011: "PERCTOT"}', '{2011: "PERCTOT", 2026: "PERCENT_TOTAL"}')
    },
    seen: ["columns", "PERCENT_TOTAL"]
  },
  {
    row: "a measure",
    edits: {
      "src/vocabulary/measures/attendance.ts": (text) => entryAgain(text, "overall_absence_pct", "another_absence_pct")
    },
    seen: ["measures", "another_absence_pct"]
  },
  {
    row: "a partnership type",
    edits: {
      "src/vocabulary/partnership-types/support.ts": (text) => entryAgain(text, "support_federation", "buddy_schools")
    },
    seen: ["types", "buddy_schools"]
  },
  {
    row: "an estimator",
    edits: {
      "src/library/estimators/mean-after.ts": () =>
        estimator.replaceAll("beforeAfter", "meanAfter").replaceAll("before_after", "mean_after"),
      "src/library/estimators/panel-estimators.ts": (text) =>
        replaced(
          replaced(text, "import {beforeAfter}", 'import {meanAfter} from "./mean-after.ts";\nimport {beforeAfter}'),
          "  beforeAfter\n]",
          "  beforeAfter,\n  meanAfter\n]"
        ),
      "src/words/method-notes/estimators.ts": (text) => entryAgain(text, "before_after", "mean_after")
    },
    seen: ["estimators", "mean_after"]
  },
  {
    row: "a matching method",
    edits: {
      "src/library/matching/methods.ts": (text) =>
        replaced(
          text,
          /( {2}\{\n {4}id: "nearest",\n[\s\S]*?\n {2}\},\n)/,
          '$1  {\n    id: "nearest_again",\n    label: "the same again",\n    reference: "none",\n    apply: matchNearest\n  },\n'
        ),
      "src/words/method-notes/matching.ts": (text) => entryAgain(text, "nearest", "nearest_again")
    },
    seen: ["matching", "nearest_again"]
  },
  {
    row: "a code for a missing value",
    edits: {
      "pipelines/codes/missing.csv": (text) => `${text.trimEnd()}\nHIDDEN,performance_tables,,suppressed\n`
    },
    seen: ["codes", "HIDDEN"]
  },
  {
    row: "a correction of the register",
    edits: {
      "pipelines/codes/corrections.csv": (text) =>
        `${text.trimEnd()}\nopened,900001,,set,2017-09-01,the day in the funding agreement,https://www.gov.uk/\n`
    },
    seen: ["corrections", "opened,900001,,set,2017-09-01,the day in the funding agreement,https://www.gov.uk/"]
  },
  {
    row: "a check of the data",
    edits: {
      "pipelines/checks/schools_have_a_name.sql": () =>
        "-- Every school has a name.\n\nselect school_id from school where name is null\n"
    },
    seen: ["checks", "schools_have_a_name.sql"]
  },
  {
    row: "a page",
    edits: {
      "dashboards/loans.md": () => "---\ntitle: Loans\n---\n\n# Loans\n",
      "observablehq.config.ts": (text) =>
        replaced(
          text,
          '  {to: "methods", name: "Methods"},',
          '  {to: "loans", name: "Loans"},\n  {to: "methods", name: "Methods"},'
        )
    },
    seen: ["pages", "loans.md"]
  },
  {
    row: "a chart",
    edits: {
      "dashboards/components/evidence/longest.ts": () =>
        'import {html} from "htl";\n\n/** How many rows there are. */\nexport const longest = (rows: readonly unknown[]) => html`<p>${rows.length} rows</p>`;\n',
      "dashboards/evidence.md": (text) =>
        replaced(text, "\n```js\n", '\n```js\nimport {longest} from "./components/evidence/longest.js";\n') +
        "\n```js\ndisplay(longest(rows));\n```\n"
    },
    seen: ["charts", "longest.ts"]
  }
];

/** How many files the README says that each takes; a page has its line in the list of pages. */
const files: Record<string, number> = {
  "a dataset": 2,
  "a year of a dataset": 1,
  "a measure": 1,
  "a partnership type": 1,
  "an estimator": 3,
  "a matching method": 2,
  "a code for a missing value": 1,
  "a correction of the register": 1,
  "a check of the data": 1,
  "a page": 2,
  "a chart": 2
};

describe("changes, each done where the README says", () => {
  let copy = "";
  let said: Probe;

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), "pav-changes-"));
    const needed = ["src", "pipelines", "dashboards", "data/partnerships", "package.json", "package-lock.json"];
    const settings = ["tsconfig.json", "observablehq.config.ts"];
    for (const path of [...needed, ...settings]) {
      await cp(path, join(copy, path), {recursive: true, filter: (from) => !from.includes(".observablehq/")});
    }
    await symlink(resolve("node_modules"), join(copy, "node_modules"));
    for (const {edits} of changes) {
      for (const [path, edit] of Object.entries(edits)) {
        const before = await readFile(join(copy, path), "utf8").catch(() => "");
        await cp("package.json", join(copy, path), {recursive: true});
        await writeFile(join(copy, path), edit(before));
      }
    }
    await writeFile(join(copy, "probe.ts"), probe);
    const {stdout} = await run(process.execPath, ["--import", "tsx", "probe.ts"], {cwd: copy});
    said = JSON.parse(stdout) as Probe;
  });
  afterAll(() => rm(copy, {recursive: true, force: true}));

  test.each(changes)(
    "$row: the copy has it, with no file touched but those that the table names",
    ({row, edits, seen}) => {
      const line = readme.split("\n").find((one) => one.startsWith(`| ${row} `));
      expect(line, `a row of the README’s table: ${row}`).toBeDefined();
      expect(Object.keys(edits)).toHaveLength(files[row]);
      expect(said[seen[0]]).toContain(seen[1]);
    }
  );

  test("the copy’s types hold: no other file had to follow", async () => {
    const {stdout} = await run(
      process.execPath,
      [resolve("node_modules/typescript/bin/tsc"), "--tsBuildInfoFile", join(copy, "types.tsbuildinfo")],
      {
        cwd: copy
      }
    ).catch((error: {stdout: string}) => error);
    expect(stdout.trim()).toBe("");
  });
});
