import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {siteHash} from "../../pipelines/site/made-from.ts";
import {emptyFolder} from "../support/published-files.ts";

test("a site is made anew once its release is another", async () => {
  const release = await emptyFolder();
  await writeFile(join(release, "release.json"), "{}");
  const first = await siteHash(release);
  expect(await siteHash(release)).toBe(first);
  await writeFile(join(release, "release.json"), '{"made": "later"}');
  expect(await siteHash(release)).not.toBe(first);
});
