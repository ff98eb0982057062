import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";

describe.skipIf(skipped)(`a release that only describes, in a browser${why}`, () => {
  let site: OpenSite;

  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  /** The page as it is where results.json holds no row, and so none of the tables that are cut from it. */
  async function openWithout(name: string): Promise<{page: Page; faults: string[]}> {
    const page = await site.browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.route(/\/_file\/data\/(choices|results|times)\.\w+\.json$/, async (route) => {
      const file = (await (await route.fetch()).json()) as {columns: Record<string, unknown>};
      const columns = Object.fromEntries(Object.keys(file.columns).map((column) => [column, []]));
      await route.fulfill({json: {...file, columns}});
    });
    await page.goto(`${site.url}/${name}`);
    return {page, faults};
  }

  test.each(["index", "evidence", "types", "time", "partnerships", "comparators"])(
    "%s says that there are no results, and nothing of why a choice has none",
    async (name) => {
      const {page, faults} = await openWithout(name);
      await page.getByText("This release holds no results").waitFor();
      expect(await page.locator("main").innerText()).not.toMatch(/on record there|Nothing to compare/);
      expect(await page.locator("main select[name=measure]").count()).toBe(0);
      expect(faults).toEqual([]);
      await page.close();
    }
  );
});
