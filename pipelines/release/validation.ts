import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import type {ValidationFile} from "../../src/release/release.ts";
import {resolveFromPipelines} from "../warehouse.ts";

/** Where the last run of each validation is kept. */
export const validationFolder = resolveFromPipelines("../data/validation");

/** The last run of each validation, by file name; none where none was ever run. Throws a UserError at a file that is not JSON. */
export async function makeValidationRows(folder = validationFolder): Promise<ValidationFile[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      try {
        return JSON.parse(await readFile(join(folder, name), "utf8")) as ValidationFile;
      } catch (cause) {
        throw new UserError(`${join(folder, name)}: not JSON`, {fix: "run the validation again", cause});
      }
    })
  );
}
