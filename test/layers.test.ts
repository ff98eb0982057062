import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {describe, expect, test} from "vitest";

const selectFiles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(ts|js|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("/.observablehq/") && !file.endsWith("/README.md"));

/** What a file imports: paths of the project as such, packages by name. Types, which are gone once it runs, only where asked for. */
function findImports(file: string, {types = false} = {}): string[] {
  const text = readFileSync(file, "utf8");
  const statement = types
    ? /(?:^|\n)\s*(?:import|export)\b[^;]*?(?<![\w"])from\s*"([^"]+)"/g
    : /(?:^|\n)\s*(?:import|export)\b(?! type\b)[^;]*?(?<![\w"])from\s*"([^"]+)"/g;
  const from = [...text.matchAll(statement)].map(([, path]) => path);
  const bare = [...text.matchAll(/(?:^|\n)import\s*"([^"]+)"|\bimport\(\s*[`"]([^`"$]+)/g)].map(([, a, b]) => a ?? b);
  return [...from, ...bare].map((path) => (path.startsWith(".") ? normalize(join(dirname(file), path)) : path));
}

const imports = (folder: string, options = {types: false}) =>
  selectFiles(folder).flatMap((file) => findImports(file, options).map((path) => ({file, path})));
const allImports = () => ["src", "pipelines", "dashboards"].flatMap((folder) => imports(folder, {types: true}));
const isPackage = (path: string) => !/^(src|pipelines|dashboards|test)\//.test(path);

/** The floors of the house, the lowest first: a path that begins so stands on that floor, the longest beginning first. */
const floors = [
  ["src/library/", "src/once.ts", "src/side-by-side.ts", "src/design.ts"],
  ["src/vocabulary/"],
  ["src/published-files/"],
  ["src/lists/"],
  ["src/schools/"],
  ["src/release/"],
  ["src/plan/"],
  ["src/analysis/kernels/"],
  ["src/analysis/comparison/"],
  ["src/analysis/expected-change/"],
  ["src/analysis/effects/"],
  ["src/analysis/evidence/"],
  ["src/words/"],
  ["src/analysis/"],
  ["src/your-schools/", "src/planner/", "src/search/"],
  ["dashboards/"],
  [
    "pipelines/load.js",
    "pipelines/obstacle.js",
    "pipelines/warehouse.ts",
    "pipelines/version.ts",
    "pipelines/fill-table.ts",
    "pipelines/share-out.ts",
    "pipelines/plan/"
  ],
  ["pipelines/files/", "pipelines/cache/"],
  ["pipelines/read/", "pipelines/tables/"],
  ["pipelines/sources/", "pipelines/sources.ts"],
  ["pipelines/fetch/"],
  ["pipelines/stage/"],
  ["pipelines/schools/"],
  ["pipelines/outcomes/"],
  ["pipelines/memberships/"],
  ["pipelines/checks/"],
  ["pipelines/estimates/"],
  ["pipelines/release/"],
  [
    "pipelines/steps.ts",
    "pipelines/kept-tables.ts",
    "pipelines/share-machine.ts",
    "pipelines/report.ts",
    "pipelines/run-file.ts",
    "pipelines/unchanged.ts"
  ],
  ["pipelines/run.ts"],
  ["pipelines/synthetic-england/", "pipelines/site/"],
  ["pipelines/validation/", "pipelines/licences/", "pipelines/library/", "pipelines/kernels/"],
  ["pipelines/commands/"],
  ["pipelines/cli.ts", "pipelines/documents/"],
  ["pipelines/entry.js", "pipelines/pav.js"]
];

/** The floor that a path stands on, 0 the lowest; null where it stands on none. */
function findFloor(path: string): number | null {
  const matches = floors.flatMap((beginnings, floor) =>
    beginnings.filter((beginning) => path.startsWith(beginning)).map((beginning) => ({floor, length: beginning.length}))
  );
  return matches.sort((a, b) => b.length - a.length)[0]?.floor ?? null;
}

/** Files that lead back to themselves, a circle each. */
function circles(edges: readonly {file: string; path: string}[]): string[] {
  const next = new Map<string, string[]>();
  for (const {file, path} of edges) next.set(file, [...(next.get(file) ?? []), path.replace(/\.js$/, ".ts")]);
  const finished = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (finished.has(file) || way.includes(file)) return;
    for (const path of next.get(file) ?? []) walk(path, [...way, file]);
    finished.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

describe("who may import whom", () => {
  test("src imports src, d3, the numerical libraries and what reads text and workbooks, and nothing that touches the world", () => {
    const allowed = /^(src\/|d3$|@stdlib\/|papaparse$|fflate$|saxes$|ml-matrix$)/;
    expect(imports("src").filter(({path}) => !allowed.test(path))).toEqual([]);
  });

  test("src reads no clock and draws no unseeded numbers", () => {
    const impure = /\bMath\.random\b|\bDate\.now\b|new Date\(\)|\bprocess\.|\bfetch\(/;
    expect(selectFiles("src").filter((file) => impure.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  test("the warehouse alone knows DuckDB", () => {
    const knows = imports("pipelines").filter(({path}) => path.startsWith("@duckdb/"));
    expect(knows.map(({file}) => file)).toEqual(["pipelines/warehouse.ts"]);
  });

  test("pipelines imports no pages and no components", () => {
    const drawn = imports("pipelines").filter(({path}) => /^dashboards\/(?!data\/)/.test(path));
    expect(drawn).toEqual([]);
  });

  test("pages and components import from dashboards and packages, since they run in a browser", () => {
    const beyond = imports("dashboards").filter(
      ({file, path}) => !file.startsWith("dashboards/data/") && !isPackage(path) && !path.startsWith("dashboards/")
    );
    expect(beyond).toEqual([]);
  });

  test("pages and components import nothing of Node", () => {
    const node = imports("dashboards").filter(
      ({file, path}) => !file.startsWith("dashboards/data/") && path.startsWith("node:")
    );
    expect(node).toEqual([]);
  });

  test("loaders import from dashboards/data, src and Node, never the pipelines", () => {
    const allowed = /^(dashboards\/data\/|src\/|node:)/;
    const beyond = imports("dashboards").filter(
      ({file, path}) => file.startsWith("dashboards/data/") && !allowed.test(path)
    );
    expect(beyond).toEqual([]);
  });

  test("nothing that is shipped imports a test", () => {
    const all = ["src", "pipelines", "dashboards"].flatMap((folder) => imports(folder));
    expect(all.filter(({path}) => path.startsWith("test/"))).toEqual([]);
  });

  test("a floor imports floors below it alone, types too", () => {
    const up = allImports().flatMap(({file, path}) => {
      const [from, to] = [findFloor(file), findFloor(path)];
      return from !== null && to !== null && to > from ? [`${file} → ${path}`] : [];
    });
    expect(up).toEqual([]);
  });

  test("every file has its floor", () => {
    const homeless = ["src", "pipelines"].flatMap(selectFiles).filter((file) => findFloor(file) === null);
    expect(homeless).toEqual([]);
  });

  test("no circle of files, types included", () => {
    expect(circles(allImports())).toEqual([]);
  });

  test("every path that is imported leads to a file", () => {
    const all = ["src", "pipelines", "dashboards"]
      .flatMap((folder) => imports(folder))
      .filter(({path}) => !isPackage(path));
    // The kernels’ compiler knows no endings: it adds .ts itself.
    const inKernels = (path: string) => (path.startsWith("src/analysis/kernels/assembly/") ? `${path}.ts` : path);
    const astray = all.filter(({path}) => ![inKernels(path), path.replace(/\.js$/, ".ts")].some(existsSync));
    expect(astray).toEqual([]);
  });
});
