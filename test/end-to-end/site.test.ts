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

interface Link {
  on: string;
  to: URL;
}

/** Where a page leads to on the site itself. */
async function listLinks(page: Page, on: string): Promise<Link[]> {
  const hrefs = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => link.href)
  );
  const {origin} = new URL(page.url());
  return hrefs.map((href) => ({on, to: new URL(href)})).filter(({to}) => to.origin === origin);
}

const listIds = async (page: Page): Promise<Set<string>> =>
  new Set(await page.evaluate(() => [...document.querySelectorAll("[id]")].map((part) => part.id)));

const tooWide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe.skipIf(skipped)(`every page in a browser${why}`, () => {
  let site: OpenSite;
  let note: ReleaseFacts;
  const links: Link[] = [];
  /** By path: every id on that page. */
  const ids = new Map<string, Set<string>>();

  beforeAll(async () => {
    site = await openSite({together: true});
    note = await site.read("release.json");
  });
  afterAll(() => site?.close());

  test.concurrent.for(PAGES)(
    "%s has no fault at 1280, 768 and 390 px, in light, dark or print, folded or unfolded, and says what it was made from",
    {timeout: 240_000},
    async (name, {expect: sure}) => {
      const {page, faults} = await site.visit(name, WIDE);
      sure(await textFaults(page), "texts of charts at 1280 px, folded").toEqual([]);
      links.push(...(await listLinks(page, name)));
      ids.set(new URL(page.url()).pathname, await listIds(page));
      // The widest comes last: what was unfolded for the narrowest is open there too.
      for (const width of [768, 390, WIDE.width]) {
        const at = `at ${width} px: `;
        await page.setViewportSize({width, height: 900});
        await drawn(page);
        if (width !== WIDE.width) sure(await textFaults(page), `${at}texts of charts`).toEqual([]);
        const footer = await page.locator("footer").innerText();
        for (const said of [note.plan, note.version, LICENCE]) sure(footer, at).toContain(said);
        if (width !== 768) await unfold(page, {inside: width === WIDE.width});
        sure(await page.locator("body").innerText(), at).not.toMatch(/\[object |\bundefined\b|\bNaN\b/);
        sure(await tooWide(page), `${at}wider than the window, in px`).toBeLessThanOrEqual(0);
        sure(await findings(page, site.axe), `${at}light`).toEqual([]);
        // Colours are those of the widest or the narrowest layout; paper is as wide whatever the window was.
        if (width !== 768) {
          await page.emulateMedia({colorScheme: "dark"});
          sure(await contrastFindings(page), `${at}dark`).toEqual([]);
        }
        await page.emulateMedia({colorScheme: "light", media: "print"});
        if (width === WIDE.width) sure(await contrastFindings(page), "print").toEqual([]);
        sure(await page.locator("nav, .controls, .tools").filter({visible: true}).count(), `${at}menus in print`).toBe(
          0
        );
        sure(await page.locator(".invented").filter({visible: true}).count(), `${at}banner in print`).toBe(
          note.synthetic ? 1 : 0
        );
        await page.emulateMedia({media: "screen"});
      }
      sure(faults, "errors").toEqual([]);
      await page.close();
    }
  );

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

  test("links lead to pages and files that are there", async () => {
    expect(new Set(links.map(({on}) => on)).size).toBe(PAGES.length);
    const paths = [...new Set(links.map(({to}) => to.origin + to.pathname))];
    const answers = await Promise.all(paths.map(async (path) => ({path, status: (await fetch(path)).status})));
    expect(answers.filter(({status}) => status !== 200)).toEqual([]);
  });

  test("links lead to places on pages that are there", () => {
    const lost = links.filter(({to}) => {
      const there = ids.get(to.pathname);
      return to.hash !== "" && there !== undefined && !there.has(decodeURIComponent(to.hash.slice(1)));
    });
    expect(lost.map(({on, to}) => `${on}: ${to.pathname}${to.hash}`)).toEqual([]);
  });

  test("links name measures, kinds and phases that the release has", async () => {
    const list = async (file: string) => Object.values(await site.read<{id: string}[]>(file)).map(({id}) => id);
    const known: Record<string, string[]> = {
      measure: await list("measures.json"),
      partnership_type: await list("types.json"),
      phase: ["primary", "secondary", "special"]
    };
    const unknown = links.flatMap(({on, to}) =>
      Object.entries(known).flatMap(([name, values]) => {
        const value = to.searchParams.get(name);
        return value === null || value === "" || values.includes(value) ? [] : [`${on}: ${name}=${value}`];
      })
    );
    expect(unknown).toEqual([]);
  });
});
