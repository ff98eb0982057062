import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {describe, expect, test} from "vitest";

const filesOf = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(ts|js|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("/.observablehq/"));

/** What a file imports, types apart, which are gone once it runs: paths of the project as such, packages by name. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const from = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b(?! type\b)[^;]*?(?<![\w"])from\s*"([^"]+)"/g)].map(
    ([, path]) => path!
  );
  const bare = [...text.matchAll(/(?:^|\n)import\s*"([^"]+)"|\bimport\(\s*[`"]([^`"$]+)/g)].map(
    ([, a, b]) => (a ?? b)!
  );
  return [...from, ...bare].map((path) => (path.startsWith(".") ? normalize(join(dirname(file), path)) : path));
}

const imports = (folder: string) => filesOf(folder).flatMap((file) => importsOf(file).map((path) => ({file, path})));
const isPackage = (path: string) => !/^(src|pipelines|dashboards|test)\//.test(path);

describe("who may import whom", () => {
  test("src imports src, d3, the numerical libraries and Papa Parse, and nothing that touches the world", () => {
    const allowed = /^(src\/|d3$|@stdlib\/|papaparse$|ml-matrix$)/;
    expect(imports("src").filter(({path}) => !allowed.test(path))).toEqual([]);
  });

  test("src reads no clock and draws no unseeded numbers", () => {
    const impure = /\bMath\.random\b|\bDate\.now\b|new Date\(\)|\bprocess\.|\bfetch\(/;
    expect(filesOf("src").filter((file) => impure.test(readFileSync(file, "utf8")))).toEqual([]);
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
    const all = ["src", "pipelines", "dashboards"].flatMap(imports);
    expect(all.filter(({path}) => path.startsWith("test/"))).toEqual([]);
  });

  test("every path that is imported leads to a file", () => {
    const all = ["src", "pipelines", "dashboards"].flatMap(imports).filter(({path}) => !isPackage(path));
    const astray = all.filter(({path}) => ![path, path.replace(/\.js$/, ".ts")].some(existsSync));
    expect(astray).toEqual([]);
  });
});
