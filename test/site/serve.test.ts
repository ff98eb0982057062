import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {serveSite, type Served} from "../../pipelines/site/serve.ts";
import {emptyFolder} from "../support/published-files.ts";

let served: Served | null = null;
afterEach(() => served?.close());

async function site(): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, "release", "school"), {recursive: true});
  await writeFile(join(folder, "index.html"), "front");
  await writeFile(join(folder, "school.html"), "a school");
  await writeFile(join(folder, "404.html"), "lost");
  await writeFile(join(folder, "release", "school", "9000.json"), "{}");
  return folder;
}

test("a page answers to its name without an ending, and to questions put to it", async () => {
  served = await serveSite(await site(), 0);
  const text = async (path: string) => (await fetch(`${served!.url}${path}`)).text();
  expect(await text("/")).toBe("front");
  expect(await text("/school?urn=900001")).toBe("a school");
  expect(await text("/release/school/9000.json")).toBe("{}");
});

test("what is not there is told with the site’s own page", async () => {
  served = await serveSite(await site(), 0);
  const response = await fetch(`${served.url}/nothing`);
  expect([response.status, await response.text()]).toEqual([404, "lost"]);
});

test("nothing outside the site is handed out", async () => {
  served = await serveSite(join(await site(), "release"), 0);
  expect((await fetch(`${served.url}/..%2fschool.html`)).status).toBe(404);
});

test("a port that is taken is told with another to try", async () => {
  served = await serveSite(await site(), 0);
  const port = Number(new URL(served.url).port);
  await expect(serveSite(await site(), port)).rejects.toMatchObject({
    name: "UserError",
    fix: `give another: --port ${port + 1}`
  });
});
