import {readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import type {ReleaseFacts} from "../../src/release/release.ts";

/** The files of a release that pages read, each through the loader of the same name in this folder. */
export const RELEASE_FILES = [
  "release",
  "measures",
  "types",
  "sources",
  "inventory",
  "reasons",
  "reconciliation",
  "dictionary",
  "identity",
  "summary",
  "results",
  "partnerships",
  "leadership",
  "validation",
  "variances",
  "programme_costs",
  "downloads"
] as const;

export type ReleaseFile = (typeof RELEASE_FILES)[number];

/** Where the release being shown lies: PAV_RELEASE, which build and preview set, or data/release. */
export const releaseFolder = (): string => process.env.PAV_RELEASE ?? "data/release";

/**
 * One file of the release as it stands. Throws a UserError if the folder or the file is missing,
 * or the file is empty or is not JSON.
 */
export async function readRelease(name: ReleaseFile | "plan", folder = releaseFolder()): Promise<string> {
  const fix = "make a release with npm run pav -- pipeline --from DIR, or name its folder with --release";
  const there = await stat(folder).then(
    (found) => found.isDirectory(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    }
  );
  if (!there) throw new UserError(`${folder}: no release there`, {fix});
  const file = join(folder, `${name}.json`);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new UserError(`${file}: missing from the release`, {fix, cause: error});
    throw error;
  });
  if (text.trim() === "") throw new UserError(`${file}: empty`, {fix});
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${file}: not JSON`, {fix, cause});
  }
  return text;
}

/** What the header and the footer of every page say of the release. */
export const readReleaseFacts = async (): Promise<ReleaseFacts> => JSON.parse(await readRelease("release"));
