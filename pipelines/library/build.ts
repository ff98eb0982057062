import {execFile} from "node:child_process";
import {copyFile, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {promisify} from "node:util";
import {build} from "esbuild";
import {bundledLicences} from "./bundled-licences.ts";

/** The parts of the library that can be imported by themselves. */
export const rooms = ["panel", "estimators", "matching", "inference", "statistics"] as const;

/**
 * The library as others install it, in `folder`: ES modules that need no other package, in Node and in a browser alike,
 * their types, and the licences of what is built in; `root` is the project’s folder. Whatever stood there before is deleted.
 */
export async function buildLibrary(root: string, folder = join(root, "dist-library")): Promise<void> {
  await rm(folder, {recursive: true, force: true});
  const source = join(root, "src/library");
  const entries = ["index", ...rooms.map((room) => `${room}/index`)];
  const {metafile} = await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({in: join(source, `${entry}.ts`), out: entry})),
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: "shared/[hash]",
    format: "esm",
    platform: "browser",
    target: "es2023",
    legalComments: "none",
    metafile: true,
    logLevel: "error"
  });
  await writeTypes(root, folder);
  await writeFile(join(folder, "LICENCES.txt"), await bundledLicences(Object.keys(metafile.inputs), root));
  await writeFile(join(folder, "package.json"), JSON.stringify(await describePackage(root), null, 2) + "\n");
  await copyFile(join(root, "LICENSE"), join(folder, "LICENSE"));
  await writeFile(join(folder, "README.md"), await readFile(join(source, "README.md"), "utf8"));
}

/** The package.json of the library: no dependencies, an entry for the whole and one for each room. */
async function describePackage(root: string): Promise<object> {
  const {name, version, license, type, engines} = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    [field: string]: unknown;
  };
  const entry = (path: string) => ({types: `./${path}.d.ts`, default: `./${path}.js`});
  return {
    name,
    version,
    description: "Causal panels: estimators, matching and inference, without dependencies, for Node and browsers",
    license,
    type,
    engines,
    sideEffects: false,
    exports: {
      ".": entry("index"),
      ...Object.fromEntries(rooms.map((room) => [`./${room}`, entry(`${room}/index`)])),
      "./package.json": "./package.json"
    }
  };
}

/** Writes declarations, whose imports name the files that are published. Throws where the compiler finds a fault. */
async function writeTypes(root: string, folder: string): Promise<void> {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const project = join(root, "pipelines/library");
  await promisify(execFile)(process.execPath, [compiler, "--project", project, "--outDir", folder]);
  for (const file of await readdir(folder, {recursive: true})) {
    if (!file.endsWith(".d.ts")) continue;
    const path = join(folder, file);
    await writeFile(path, (await readFile(path, "utf8")).replace(/(from\s+"\.[^"]*)\.ts"/g, '$1.js"'));
  }
}
