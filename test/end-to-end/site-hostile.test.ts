import {cp, readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Browser} from "playwright-core";
import {readPart} from "../../pipelines/files/read-part.ts";
import {hasBrowser, launch} from "../support/browser.ts";
import {builtSite} from "../support/built-site.ts";
import {hostileNames} from "../support/hostile-names.ts";
import {emptyFolder} from "../support/published-files.ts";
import {serve, type Served} from "../support/serve.ts";

/** A copy of the built site in which a partnership has each hostile name, wherever its own stood; and their ids, in the order of the names. */
async function siteOfHostileNames(): Promise<{site: string; ids: string[]}> {
  const site = join(await emptyFolder(), "site");
  await cp((await builtSite()).site, site, {recursive: true});
  const release = join(site, "release");
  const {columns} = readPart<{columns: {id: string[]; name: string[]}}>(join(release, "partnerships.json"));
  const names = new Map(hostileNames.map((name, i) => [JSON.stringify(columns.name[i]), JSON.stringify(name)]));
  expect(names.size).toBe(hostileNames.length);
  const own = new RegExp([...names.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  for (const file of await readdir(release, {recursive: true})) {
    if (!/\.json(\.gz)?$/.test(file)) continue;
    const path = join(release, file);
    const [read, write] = file.endsWith(".gz") ? [gunzipSync, gzipSync] : [Buffer.from, Buffer.from];
    const text = read(await readFile(path)).toString("utf8");
    const changed = text.replace(own, (name) => names.get(name)!);
    if (changed !== text) await writeFile(path, write(Buffer.from(changed)));
  }
  return {site, ids: columns.id};
}

describe.skipIf(!hasBrowser())("a page of a school with a hostile name (needs Chromium)", () => {
  let browser: Browser;
  let served: Served;
  let ids: string[];

  beforeAll(async () => {
    const copy = await siteOfHostileNames();
    ids = copy.ids;
    served = await serve(copy.site);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("shows the name as text, runs nothing of it and stays as wide as the window", async () => {
    const page = await browser.newPage({viewport: {width: 400, height: 800}});
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    for (const [i, name] of hostileNames.entries()) {
      await page.goto(`${served.url}/partnership?id=${encodeURIComponent(ids[i])}`);
      const plain = name.trim().slice(0, 30);
      await page.locator("main h1, main h2").filter({hasText: plain}).first().waitFor();
      expect(await page.evaluate(() => "hacked" in window), plain).toBe(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), plain).toBe(true);
    }
    expect(faults).toEqual([]);
  });
});
