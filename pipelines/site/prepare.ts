import {mkdir, readFile, rm} from "node:fs/promises";
import {join, posix} from "node:path";
import {build, type Plugin} from "esbuild";

/**
 * What the pages import, by bare name. Framework would bundle these too, as three dozen
 * small files in ten times the time.
 */
const IMPORTED = ["d3", "@observablehq/plot", "htl", "isoformat"];

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
 * asks another host for anything. Emptying matters as much: a build takes whatever a data loader
 * printed last time, however old.
 *
 * It leans on two habits of @observablehq/framework 1.13.4, which is therefore pinned exactly:
 * a folder `_npm/NAME@VERSION` answers the question which version NAME has (npm.js,
 * resolveNpmVersion), and a file `_node/NAME@VERSION/index.js` is used as it is (node.js,
 * resolveNodeImportInternal).
 */
export async function prepare(root: string, cache = join(root, "dashboards/.observablehq/cache")): Promise<void> {
  await rm(cache, {recursive: true, force: true});
  for (const name of NAMED) await mkdir(join(cache, "_npm", `${name}@0.0.0`), {recursive: true});
  const files = new Map<string, string>();
  for (const name of IMPORTED) {
    const {version} = JSON.parse(await readFile(join(root, "node_modules", name, "package.json"), "utf8"));
    files.set(name, `${name}@${version}/index.js`);
  }
  await Promise.all(IMPORTED.map((name) => bundle(name, {files, root, folder: join(cache, "_node")})));
}

async function bundle(
  name: string,
  {files, root, folder}: {files: ReadonlyMap<string, string>; root: string; folder: string}
): Promise<void> {
  const exported = Object.keys(await import(name));
  const all = `export * from "${name}";`;
  await build({
    stdin: {
      // `export *` leaves out the default export, which is all that a CommonJS package has.
      contents: exported.includes("default") ? `${all} export {default} from "${name}";` : all,
      resolveDir: root
    },
    outfile: join(folder, files.get(name)!),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: ["es2022", "chrome96", "firefox96", "safari16"],
    legalComments: "inline",
    logLevel: "warning",
    plugins: [sharing(name, files)]
  });
}

/** Leaves an import of another of these packages as an import of that package's file, so that pages load one copy. */
const sharing = (name: string, files: ReadonlyMap<string, string>): Plugin => ({
  name: "sharing",
  setup({onResolve}) {
    onResolve({filter: /^[@a-z]/}, ({path, kind}) => {
      const file = files.get(path);
      if (path === name || file === undefined || kind === "entry-point") return undefined;
      return {path: posix.relative(posix.dirname(files.get(name)!), file), external: true};
    });
  }
});
