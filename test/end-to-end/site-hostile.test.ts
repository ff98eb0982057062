import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Browser} from "playwright-core";
import {hasBrowser, launch} from "../support/browser.ts";
import {builtSite} from "../support/built-site.ts";
import {hostileNames} from "../support/hostile-names.ts";
import {serveSite, type Served} from "../../pipelines/site/serve.ts";

describe.skipIf(!hasBrowser())("a page of a school with a hostile name (needs Chromium)", () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    const {site} = await builtSite();
    served = await serveSite(site, 0);
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
    const {columns} = (await (await fetch(`${served.url}/release/partnerships.json`)).json()) as {
      columns: {id: string[]; name: string[]};
    };
    const [id, was] = [columns.id[0], columns.name[0]];
    const texts = new Map<string, Promise<string>>();
    const readText = async (url: string): Promise<string> => {
      const sent = Buffer.from(await (await fetch(url)).arrayBuffer());
      return (url.endsWith(".gz") ? gunzipSync(sent) : sent).toString("utf8");
    };
    for (const name of hostileNames) {
      await page.route(/\.json(\.gz)?$/, async (route) => {
        const url = route.request().url();
        const text = texts.get(url) ?? readText(url);
        texts.set(url, text);
        const body = (await text).replaceAll(JSON.stringify(was), () => JSON.stringify(name));
        await route.fulfill({contentType: "application/json", body});
      });
      await page.goto(`${served.url}/partnership?id=${encodeURIComponent(id)}`);
      const plain = name.trim().slice(0, 30);
      await page.locator("main h1, main h2").filter({hasText: plain}).first().waitFor();
      expect(await page.evaluate(() => "hacked" in window), plain).toBe(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), plain).toBe(true);
      await page.unrouteAll({behavior: "wait"});
    }
    expect(faults).toEqual([]);
  });
});
