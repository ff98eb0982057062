import process from "node:process";
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {mkdtemp, mkdir, rename, rm} from "node:fs/promises";
import {join, relative} from "node:path";
import {fileURLToPath, pathToFileURL, URL} from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));

const loaders = "dashboards/data";

/** What is compiled together, so that processes and threads share the chunks: the loaders of pages run one by one. */
const ENTRIES = [
  "pipelines/cli.ts",
  "pipelines/estimates/works.ts",
  "pipelines/synthetic-england/part.ts",
  "pipelines/validation/read.ts",
  "pipelines/validation/time-estimator.ts",
  "pipelines/documents/write.ts",
  "pipelines/library/write.ts",
  "pipelines/licences/write.ts",
  ...readdirSync(join(project, loaders)).flatMap((name) => (name.endsWith(".json.ts") ? [`${loaders}/${name}`] : []))
];

/** Packages that have native parts, start threads of their own, or are loaded by few commands. */
const EXTERNAL = ["@duckdb/node-api", "@observablehq/framework", "esbuild", "playwright-core", "tinypool"];

/**
 * Imports a module of the pipelines as JavaScript, compiled when a source has changed since and kept under node_modules,
 * so that a start costs no more than reading it. `import.meta.url` stays the address of the source. A path such as
 * "pipelines/cli.ts", one of the entries above.
 */
export async function load(entry) {
  const cache = join(project, "node_modules/.cache/school-partnerships");
  const writable = await mkdir(cache, {recursive: true}).then(
    () => true,
    () => false
  );
  if (!writable) return loadEachTime(entry);
  const folder = join(cache, stamp());
  if (!existsSync(folder)) await compile(folder);
  process.setSourceMapsEnabled(true);
  return import(pathToFileURL(join(folder, entry.replace(/\.ts$/, ".js"))).href);
}

/** Where nothing can be kept next to the packages: compiled file by file in every process. */
async function loadEachTime(entry) {
  const {register} = await import("tsx/esm/api");
  register();
  return import(pathToFileURL(join(project, entry)).href);
}

/** A hash of the name, size and time of every source. */
function stamp() {
  const hash = createHash("sha256").update(project).update(process.version);
  const lock = statSync(join(project, "package-lock.json"));
  hash.update(`${lock.size} ${lock.mtimeMs}`);
  for (const root of ["src", "pipelines", "dashboards/data"]) {
    const entries = readdirSync(join(project, root), {recursive: true, withFileTypes: true});
    for (const entry of entries.filter((e) => e.isFile() && /\.(ts|js)$/.test(e.name))) {
      const path = join(entry.parentPath, entry.name);
      const {size, mtimeMs} = statSync(path);
      hash.update(`${path} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/** Compiles into a folder of its own and puts that in place whole: of two processes that compile at once one is kept. */
async function compile(folder) {
  const {build} = await import("esbuild");
  const fresh = await mkdtemp(`${folder}.`);
  try {
    await build({
      entryPoints: ENTRIES.map((path) => join(project, path)),
      absWorkingDir: project,
      outbase: project,
      outdir: fresh,
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      external: EXTERNAL,
      banner: {
        js: 'import {createRequire as requireFrom} from "node:module"; const require = requireFrom(import.meta.url);'
      },
      sourcemap: "linked",
      logLevel: "error",
      plugins: [{name: "source-address", setup: keepAddresses}]
    });
    await rename(fresh, folder).catch(async (error) => {
      if (!existsSync(folder)) throw error;
    });
    await forgetOld(folder);
  } finally {
    await rm(fresh, {recursive: true, force: true});
  }
}

function keepAddresses(build) {
  build.onLoad({filter: /\/(src|pipelines|dashboards)\/.*\.ts$/}, ({path}) => {
    // One after another: read at one time, the sources are more files than a shell may have open.
    const text = readFileSync(path, "utf8");
    const address = JSON.stringify(pathToFileURL(path).href);
    return {contents: text.replaceAll("import.meta.url", address), loader: "ts"};
  });
}

const DAY = 86_400_000;

/** Removes what other states of the code left behind more than a day ago. */
async function forgetOld(folder) {
  const cache = join(folder, "..");
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    // What another process compiles has another name once it is whole.
    const found = statSync(path, {throwIfNoEntry: false});
    if (!found || relative(path, folder) === "" || Date.now() - found.mtimeMs < DAY) continue;
    await rm(path, {recursive: true, force: true});
  }
}
