import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {basename, dirname, join, relative, resolve} from "node:path";
import {transform} from "esbuild";
import {design} from "../../src/design.ts";
import type {Design} from "../../src/plan/in-force.ts";
import {resolveFromPipelines} from "../warehouse.ts";

/** Where estimation starts; all that these files import, and what that imports, estimates. */
const roots = [
  "../src/analysis/role-results.ts",
  "estimates/estimate.ts",
  "estimates/estimate-pool.ts",
  "memberships/membership.ts",
  "outcomes/outcome.ts",
  "schools/school.ts"
];

/** Folders whose queries make the tables that estimates are made from. */
const folders = ["memberships", "outcomes", "schools", "estimates"];

/** The text of a file by its absolute path. */
export type ReadText = (path: string) => Promise<string>;

const fromDisk: ReadText = (path) => readFile(path, "utf8");

/**
 * The number of a plan: eight characters of a hash over its entries and over the code and SQL that estimate. Code counts
 * as it runs: comments, layout, types and the folder a file stands in leave the number as it is; any other change,
 * a sentence among them, gives another.
 */
export async function planNumber(plan: Design = design, read: ReadText = fromDisk): Promise<string> {
  const hash = createHash("sha256")
    .update(JSON.stringify(plan, withInfinity))
    .update(await findCode(read));
  return hash.digest("hex").slice(0, 8);
}

const withInfinity = (_: string, value: unknown): unknown => (value === Infinity ? "infinity" : value);

const known = new WeakMap<ReadText, Promise<string>>();

/** The hash of all code; made once a reader, since code does not change while it runs. */
function findCode(read: ReadText): Promise<string> {
  if (!known.has(read)) known.set(read, hashCode(read));
  return known.get(read)!;
}

async function hashCode(read: ReadText): Promise<string> {
  const files = await estimatingFiles(read);
  const texts = await Promise.all(
    files.map(
      async (file) => `${basename(file)}\n${await stripOnce(file, await read(resolveFromPipelines(join("..", file))))}`
    )
  );
  return createHash("sha256").update(texts.sort().join("\0")).digest("hex");
}

/** The code and queries that estimate, by their path in the project, in the order of paths; src/design.ts, whose entries count by themselves, is left out. */
export async function estimatingFiles(read: ReadText = fromDisk): Promise<string[]> {
  const reached = new Set<string>();
  const walk = async (path: string): Promise<void> => {
    if (reached.has(path)) return;
    reached.add(path);
    const text = await read(path);
    await Promise.all([...text.matchAll(imports)].map(([, to]) => walk(resolve(dirname(path), to))));
  };
  await Promise.all(roots.map((root) => walk(resolveFromPipelines(root))));
  reached.delete(resolveFromPipelines("../../src/design.ts"));
  const listed = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(resolveFromPipelines(folder))).map((name) => resolveFromPipelines(join(folder, name)))
    )
  );
  const queries = listed.flat().filter((path) => path.endsWith(".sql"));
  return [...reached, ...queries]
    .map((path) => relative(resolveFromPipelines(".."), path).replaceAll("\\", "/"))
    .sort();
}

/** Imports of values from files of the project: a type moves no figure. */
const imports = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+"(\.[^"]+)"/gms;

const stripped = new Map<string, Promise<string>>();

/** The same for a text that was seen before, as in all readers that change one file. */
function stripOnce(path: string, text: string): Promise<string> {
  const key = `${path}\0${text}`;
  const made = stripped.get(key) ?? asItRuns(path, text);
  stripped.set(key, made);
  return made;
}

/** A text without what does not run; an import by the name of its file alone. */
async function asItRuns(path: string, text: string): Promise<string> {
  if (path.endsWith(".sql")) return text.replace(/(^|\s)--.*$/gm, "").replace(/\s+/g, " ");
  const {code} = await transform(text, {
    loader: path.endsWith(".js") ? "js" : "ts",
    minifyWhitespace: true,
    legalComments: "none"
  });
  return code.replace(/from"\.[^"]*\/([^"/]+)"/g, 'from"$1"');
}
