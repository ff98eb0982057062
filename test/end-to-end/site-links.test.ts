import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {PAGES} from "../support/site-pages.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

interface Link {
  on: string;
  to: URL;
}

describe.skipIf(skipped)(`links between pages${why}`, () => {
  let site: OpenSite;
  const links: Link[] = [];
  /** By path: every id on that page. */
  const ids = new Map<string, Set<string>>();

  beforeAll(async () => {
    site = await openSite({together: true});
    for (const name of PAGES) {
      const {page} = await site.visit(name, WIDE);
      const {hrefs, names} = await page.evaluate(() => ({
        hrefs: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => link.href),
        names: [...document.querySelectorAll("[id]")].map((part) => part.id)
      }));
      ids.set(new URL(page.url()).pathname, new Set(names));
      links.push(...hrefs.map((href) => ({on: name, to: new URL(href)})).filter(({to}) => to.origin === site.url));
      await page.close();
    }
  });
  afterAll(() => site?.close());

  test("lead to pages and files that are there", async () => {
    const paths = [...new Set(links.map(({to}) => to.origin + to.pathname))];
    const answers = await Promise.all(paths.map(async (path) => ({path, status: (await fetch(path)).status})));
    expect(answers.filter(({status}) => status !== 200)).toEqual([]);
  });

  test("lead to places on pages that are there", () => {
    const lost = links.filter(({to}) => {
      const there = ids.get(to.pathname);
      return to.hash !== "" && there !== undefined && !there.has(decodeURIComponent(to.hash.slice(1)));
    });
    expect(lost.map(({on, to}) => `${on}: ${to.pathname}${to.hash}`)).toEqual([]);
  });

  test("name measures, kinds and phases that the release has", async () => {
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
