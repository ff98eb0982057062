import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {makeValidationRows} from "../../pipelines/release/validation.ts";
import {emptyFolder} from "../support/published-files.ts";

test("validations are read in order of their names, and nothing else in the folder is", async () => {
  const folder = await emptyFolder();
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, "truth.json"), '{"id": "truth"}');
  await writeFile(join(folder, "calibration.json"), '{"id": "calibration"}');
  await writeFile(join(folder, "README.md"), "about");
  expect((await makeValidationRows(folder)).map(({id}) => id)).toEqual(["calibration", "truth"]);
});

test("where nothing was ever validated there is nothing", async () => {
  expect(await makeValidationRows(join(await emptyFolder(), "none"))).toEqual([]);
});

test("a validation that is cut off is told by its name", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "truth.json"), '{"id": ');
  await expect(makeValidationRows(folder)).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringContaining("truth.json")
  });
});
