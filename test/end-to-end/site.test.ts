import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {ReleaseFacts} from "../../src/release/release.ts";
import {drawn, type Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {contrastFindings, findings, textFaults} from "../support/page-checks.ts";
import {PAGES} from "../support/site-pages.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

const LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0.";

/** Long pages fold the same parts many times over: opening all of them would take axe minutes. */
const OPENED = 2;

/** Opens what is folded, the first of it; `inside` also what is folded inside. */
async function unfold(page: Page, {inside}: {inside: boolean}): Promise<void> {
  for (let depth = 0; depth < (inside ? 2 : 1); depth++) {
    await page.evaluate((most) => {
      const main = document.querySelector("main")!;
      for (const details of [...main.querySelectorAll<HTMLDetailsElement>("details:not([open])")].slice(0, most))
        details.open = true;
      const closed = main.querySelectorAll<HTMLElement>("[aria-expanded=false]");
      for (const button of [...closed].slice(0, most)) button.click();
    }, OPENED);
    await drawn(page);
  }
}

const tooWide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe.skipIf(skipped)(`every page in a browser${why}`, () => {
  let site: OpenSite;
  let note: ReleaseFacts;

  beforeAll(async () => {
    site = await openSite({together: true});
    note = await site.read("release.json");
  });
  afterAll(() => site?.close());

  describe.each([1280, 768, 390])("at %i px", (width) => {
    test.concurrent.for(PAGES)(
      "%s has no fault in light, dark or print, folded or unfolded, and says what it was made from",
      {timeout: 240_000},
      async (name, {expect: sure}) => {
        const {page, faults} = await site.visit(name, {width, scheme: "light"});
        sure(await textFaults(page), "texts of charts").toEqual([]);
        const footer = await page.locator("footer").innerText();
        for (const said of [note.plan, note.version, LICENCE]) sure(footer).toContain(said);
        if (width !== 768) await unfold(page, {inside: width === WIDE.width});
        sure(await page.locator("body").innerText()).not.toMatch(/\[object |\bundefined\b|\bNaN\b/);
        sure(await tooWide(page), "wider than the window, in px").toBeLessThanOrEqual(0);
        sure(await findings(page, site.axe), "light").toEqual([]);
        // Colours are those of the widest or the narrowest layout; paper is as wide whatever the window was.
        if (width !== 768) {
          await page.emulateMedia({colorScheme: "dark"});
          sure(await contrastFindings(page), "dark").toEqual([]);
        }
        await page.emulateMedia({colorScheme: "light", media: "print"});
        if (width === WIDE.width) sure(await contrastFindings(page), "print").toEqual([]);
        sure(await page.locator("nav, .controls, .tools").filter({visible: true}).count(), "menus in print").toBe(0);
        sure(await page.locator(".invented").filter({visible: true}).count(), "banner in print").toBe(
          note.synthetic ? 1 : 0
        );
        sure(faults, "errors").toEqual([]);
        await page.close();
      }
    );
  });

  test("the menu has eleven pages, marks the one in view, and folds on a phone", async () => {
    const {page} = await site.go("comparators", WIDE);
    const links = page.locator("nav.wide a");
    expect(await links.count()).toBe(11);
    expect(await page.locator("nav.wide [aria-current]").innerText()).toBe("Comparators");
    expect(await page.locator("details.narrow").isVisible()).toBe(false);
    await page.setViewportSize({width: 390, height: 844});
    expect(await page.locator("nav.wide").isVisible()).toBe(false);
    await page.locator("details.narrow summary").click();
    expect(await page.locator("details.narrow a").filter({visible: true}).count()).toBe(11);
    await page.close();
  });
});
