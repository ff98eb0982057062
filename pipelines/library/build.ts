import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import ts from "typescript";
import {bundledLicences} from "./bundled-licences.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rooms = ["panel", "estimators", "matching", "inference", "statistics"] as const;

/**
 * The library as others install it, in `folder`: ES modules that need no other package, in Node and in a browser alike,
 * their types, and the licences of what is built in. Whatever stood there before is deleted.
 */
export async function buildLibrary(folder = join(root, "dist-library")): Promise<void> {
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
  writeTypes(
    entries.map((entry) => join(source, `${entry}.ts`)),
    {source, folder}
  );
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, "LICENCES.txt"), await bundledLicences(Object.keys(metafile.inputs), root));
  await writeFile(join(folder, "README.md"), await readFile(join(source, "README.md"), "utf8"));
}

/** Writes declarations, whose imports name the files that are published. */
function writeTypes(entries: readonly string[], {source, folder}: {source: string; folder: string}): void {
  const {config} = ts.readConfigFile(join(root, "tsconfig.json"), (file) => ts.sys.readFile(file));
  const {options} = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram(entries, {
    ...options,
    noEmit: false,
    incremental: false,
    tsBuildInfoFile: undefined,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: source,
    outDir: folder
  });
  const {diagnostics} = program.emit(undefined, (file, text) => {
    ts.sys.createDirectory(dirname(file));
    ts.sys.writeFile(file, text.replace(/(from\s+"\.[^"]*)\.ts"/g, '$1.js"'));
  });
  if (diagnostics.length) {
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCanonicalFileName: (file) => file,
        getCurrentDirectory: () => root,
        getNewLine: () => "\n"
      })
    );
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await buildLibrary();
