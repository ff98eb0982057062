import {readFile} from "node:fs/promises";
import {dirname} from "node:path";
import {describe, expect, test} from "vitest";
import {estimatingFiles, planNumber} from "../../pipelines/plan/number.ts";
import {resolveFromPipelines} from "../../pipelines/warehouse.ts";
import {design} from "../../src/design.ts";

const files = await estimatingFiles();

/** Reads one file of the project changed, and all others as they are. */
const readChanged = (file: string, change: (text: string) => string) => async (path: string) => {
  const text = await readFile(path, "utf8");
  return path === resolveFromPipelines(`../${file}`) ? change(text) : text;
};

/** A number that stands in code or a query: the first figure outside comments, one larger. */
const withOtherConstant = (text: string): string =>
  text.replace(/^(?!\s*(?:--|\*|\/\*|\/\/|import|export \*)).*?(?<![\w".])\d+(?![\w".])/m, (line) =>
    line.replace(/\d+$/, (digits) => String(Number(digits) + 1))
  );

/** By folder, one of its files that holds a number. */
const changed: [string, string][] = [];
for (const folder of new Set(files.map(dirname))) {
  for (const file of files.filter((path) => dirname(path) === folder)) {
    const text = await readFile(resolveFromPipelines(`../${file}`), "utf8");
    if (withOtherConstant(text) === text) continue;
    changed.push([folder, file]);
    break;
  }
}

describe("the number of the plan", () => {
  test("counts the engine, the library under it, the vocabulary, and the queries of every step", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        "src/analysis/expected-change/pool-regression.ts",
        "src/analysis/evidence/verdict.ts",
        "src/library/statistics/cholesky.ts",
        "src/vocabulary/measures.ts",
        "pipelines/estimates/read-study.ts",
        "pipelines/estimates/estimate-pool.ts",
        "pipelines/memberships/membership.sql",
        "pipelines/memberships/counted_role.sql",
        "pipelines/memberships/donor_pool.sql",
        "pipelines/schools/school_year.sql",
        "pipelines/outcomes/outcome.ts"
      ])
    );
    expect(files.filter((file) => /^(dashboards|pipelines\/(sources|fetch|release|site))/.test(file))).toEqual([]);
  });

  test("is the same whenever nothing changed", async () => {
    expect(await planNumber(design, async (path) => readFile(path, "utf8"))).toBe(await planNumber());
  });

  test.each(changed)("moves with a constant of %s (%s)", async (_, file) => {
    expect(await planNumber(design, readChanged(file, withOtherConstant))).not.toBe(await planNumber());
  });

  test("stays with comments and layout, in code and in queries", async () => {
    const present = await planNumber();
    const file = "src/analysis/evidence/verdict.ts";
    const query = "pipelines/memberships/counted_role.sql";
    const commented = (text: string) => `/* another word */\n${text.replaceAll("\n  ", "\n      ")}`;
    expect(await planNumber(design, readChanged(file, commented))).toBe(present);
    expect(
      await planNumber(
        design,
        readChanged(query, (text) => `-- another word\n${text}\n`)
      )
    ).toBe(present);
  });
});

/** Every number of the plan with its path. */
function listPaths(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === "number") return [[...path]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => listPaths(part, [...path, name]));
}

test("the number moves with every single number of the plan", async () => {
  const present = await planNumber();
  const numbers = await Promise.all(
    listPaths(design).map((path) => {
      const plan = structuredClone(design);
      const last = path.at(-1)!;
      const holder = path.slice(0, -1).reduce<Record<string, unknown>>((at, name) => at[name] as never, plan);
      const value = holder[last] as number;
      holder[last] = value === Infinity ? 9 : value + 1;
      return planNumber(plan);
    })
  );
  expect(numbers.length).toBeGreaterThan(90);
  expect(new Set([...numbers, present]).size).toBe(numbers.length + 1);
});
