import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {expect, test} from "vitest";

const selectFiles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));

const files = selectFiles("src/library");

/** What a file imports, types included: paths of the project as such, packages by name. */
const findImports = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/(?:^|\n)(?:import|export)\b[^;]*?\bfrom\s*"([^"]+)"/g)].map(([, path]) =>
    path.startsWith(".") ? normalize(join(dirname(file), path)) : path
  );

const imports = files.flatMap((file) => findImports(file).map((path) => ({file, path})));

test("the library imports the library and numerical packages alone", () => {
  const allowed = /^(src\/library\/|d3$|@stdlib\/|ml-matrix$)/;
  expect(imports.length).toBeGreaterThan(200);
  expect(imports.filter(({path}) => !allowed.test(path))).toEqual([]);
});

test("a room imports rooms below alone: statistics, then panel, then inference and matching, then estimators", () => {
  const below: Record<string, readonly string[]> = {
    statistics: [],
    panel: ["statistics"],
    inference: ["statistics", "panel"],
    matching: ["statistics"],
    estimators: ["statistics", "panel", "inference"]
  };
  const findRoom = (path: string) => path.split("/")[2];
  const up = imports.filter(({file, path}) => {
    const allowed = below[findRoom(file)];
    if (!allowed || !path.startsWith("src/library/") || path === "src/library/errors.ts") return false;
    return findRoom(path) !== findRoom(file) && !allowed.includes(findRoom(path));
  });
  expect(up).toEqual([]);
});

test("no file imports itself by way of others, type-only imports included", () => {
  const graph = new Map(files.map((file) => [file, findImports(file).filter((path) => path.startsWith("src/"))]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (way.includes(file) || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(cycles).toEqual([]);
});

test("no file but an index imports an index: rooms meet in their files", () => {
  const isIndex = (path: string) => path.endsWith("/index.ts");
  expect(imports.filter(({file, path}) => isIndex(path) && !isIndex(file))).toEqual([]);
});

test("the rest enters by an index; validation and tests look inside, and words, which pages load, take one file", () => {
  const others = ["src", "pipelines"]
    .flatMap(selectFiles)
    .filter((file) => !/^src\/(library|words)\/|^pipelines\/validation\//.test(file));
  const astray = others.flatMap((file) =>
    findImports(file)
      .filter((path) => path.startsWith("src/library/") && !/\/(index|errors)\.ts$/.test(path))
      .map((path) => ({file, path}))
  );
  expect(astray).toEqual([]);
});

test("the library knows no school", () => {
  const knows = /\b(schools?|pupils?|partnerships?|joiners?|trusts?)\b/i;
  expect(files.filter((file) => knows.test(readFileSync(file, "utf8").replaceAll("school-partnerships", "")))).toEqual(
    []
  );
});
