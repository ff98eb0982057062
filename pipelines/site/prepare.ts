import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {build, type Plugin} from "esbuild";
import {pageFiles} from "../../dashboards/data/page-files.ts";
import {namesUsed} from "./names-used.ts";

/** What the pages import, by bare name. */
const IMPORTED = ["d3", "@observablehq/plot", "htl", "isoformat"];

/** What pages run of src itself, bundled under the names by which package.json exports it. */
const OWN = [
  {name: "format", file: "src/vocabulary/format.ts"},
  {name: "your-schools", file: "src/your-schools/index.ts"},
  {name: "list-estimates", file: "src/your-schools/estimates.ts"},
  {name: "list-reading", file: "src/your-schools/reading.ts"},
  {name: "whom-to-help", file: "src/planner/whom-now.ts"},
  {name: "planner", file: "src/planner/index.ts"},
  {name: "search", file: "src/search/index.ts"}
];

/**
 * What Framework's own client names in code that no page reaches. It looks up a version of
 * each, at the npm registry unless a folder names one. A page that does reach one of them
 * fails the build, because nobody published a version 0.0.0.
 */
const NAMED = [
  "@duckdb/duckdb-wasm",
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "isoformat",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client"
];

/**
 * Empties Framework's cache and fills it from node_modules, so that `observable build` never
 * asks another host for anything. Emptying matters as much: a build takes whatever a data loader printed last time,
 * however old.
 *
 * It leans on two habits of @observablehq/framework 1.13.4, which is therefore pinned exactly:
 * a folder `_npm/NAME@VERSION` answers the question which version NAME has (npm.js,
 * resolveNpmVersion), and a file `_node/NAME@VERSION/index.js` is used as it is (node.js,
 * resolveNodeImportInternal).
 */
export async function prepareCode(root: string): Promise<void> {
  const cache = locateCache(root);
  await rm(cache, {recursive: true, force: true});
  for (const name of NAMED) await mkdir(join(cache, "_npm", `${name}@0.0.0`), {recursive: true});
  const versions = new Map<string, string>();
  for (const name of IMPORTED) {
    const {version} = JSON.parse(await readFile(join(root, "node_modules", name, "package.json"), "utf8"));
    versions.set(name, version);
  }
  const own = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {name: string; version: string};
  await bundle(root, {versions, own: `${own.name}@${own.version}`, folder: join(cache, "_node")});
}

/** Fills Framework's cache from a release, so that it starts no loader, each a process of its own. */
export async function prepareFigures(root: string, release: string): Promise<void> {
  const folder = join(locateCache(root), "data");
  await mkdir(folder, {recursive: true});
  for (const [name, make] of Object.entries(pageFiles))
    await writeFile(join(folder, `${name}.json`), await make(release));
}

const locateCache = (root: string): string => join(root, "dashboards/.observablehq/cache");

/**
 * Bundles what the pages use of each package, and no more of it, with what packages share in files of its own.
 * Framework would bundle the packages whole, as three dozen small files in ten times the time.
 */
async function bundle(
  root: string,
  {versions, own, folder}: {versions: ReadonlyMap<string, string>; own: string; folder: string}
) {
  const used = await namesUsed(join(root, "dashboards"));
  await build({
    entryPoints: {
      ...Object.fromEntries([...versions].map(([name, version]) => [`${name}@${version}/index`, name])),
      ...Object.fromEntries(OWN.map(({name, file}) => [`${own}/${name}`, join(root, file)]))
    },
    outdir: folder,
    chunkNames: "shared@0.0.0/[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: ["es2022", "chrome96", "firefox96", "safari16"],
    legalComments: "inline",
    logLevel: "warning",
    plugins: [exporting(used, root)]
  });
}

/** Makes a package’s bundle of the names that pages import from it; all of them where a page does not say which. */
const exporting = (used: ReadonlyMap<string, ReadonlySet<string>>, root: string): Plugin => ({
  name: "exporting",
  setup({onResolve, onLoad}) {
    onResolve({filter: /./}, ({path, kind}) =>
      kind === "entry-point" && !OWN.some(({file}) => path.endsWith(file)) ? {path, namespace: "page"} : undefined
    );
    onLoad({filter: /./, namespace: "page"}, async ({path: name}) => {
      const names = used.get(name);
      if (names) return {contents: `export {${[...names].join(", ")}} from "${name}";`, resolveDir: root};
      const exported = Object.keys(await import(name));
      // `export *` leaves out the default export, which is all that a CommonJS package has.
      const byDefault = exported.includes("default") ? `export {default} from "${name}";` : "";
      return {contents: `export * from "${name}"; ${byDefault}`, resolveDir: root};
    });
  }
});
