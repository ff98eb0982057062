import {existsSync} from "node:fs";
import {mkdtemp, readdir, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {group, median, sum} from "d3";
import type {Browser, Page} from "playwright-core";
import {UserError} from "../../src/library/errors.ts";
import {buildSite} from "../site/build.ts";
import {serveSite} from "../site/serve.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What the first view of a page takes. */
export interface FirstView {
  page: string;
  requests: number;
  /** All that is fetched, each file compressed as a host would. */
  kilobytes: number;
  /** Until nothing is left to load or draw, on this machine, with nothing in the cache; the median of several. */
  seconds: number;
  /** From another choice in the page’s first menu until the page has changed and is drawn, the median of several; null where it has no menu. */
  choice_seconds: number | null;
}

/** What a host has to hold of a site. */
export interface SiteSize {
  files: number;
  megabytes: number;
}

/** Builds a site from a release and opens each of its pages, `runs` times in turn. Throws a UserError where there is no browser. */
export async function benchSite(
  release: string,
  runs: number
): Promise<{build_seconds: number; size: SiteSize; views: FirstView[]}> {
  if (!existsSync(CHROMIUM)) throw new UserError(`no browser at ${CHROMIUM}`, {fix: "set CHROMIUM to one"});
  const {chromium} = await import("playwright-core");
  const folder = await mkdtemp(join(tmpdir(), "pav-bench-"));
  try {
    const started = performance.now();
    await buildSite({release, output: join(folder, "site")});
    const build_seconds = (performance.now() - started) / 1000;
    const size = await measureSite(join(folder, "site"));
    const served = await serveSite(join(folder, "site"), 0);
    const browser = await chromium.launch({executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"]});
    try {
      const pages = (await readdir(join(folder, "site")))
        .filter((name) => name.endsWith(".html") && name !== "404.html")
        .map((name) => name.replace(/\.html$/, ""))
        .sort();
      const views: FirstView[] = [];
      for (let run = 0; run < runs; run++)
        for (const page of pages) views.push(await firstView(browser, served.url, page));
      return {build_seconds, size, views: [...group(views, ({page}) => page).values()].map(computeMedian)};
    } finally {
      await browser.close();
      await served.close();
    }
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function measureSite(folder: string): Promise<SiteSize> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile());
  const bytes = await Promise.all(files.map(async ({parentPath, name}) => (await stat(join(parentPath, name))).size));
  return {files: files.length, megabytes: sum(bytes) / 1e6};
}

/** Of several views of one page, which weighs the same each time. */
const computeMedian = (views: FirstView[]): FirstView => ({
  ...views[0],
  seconds: median(views, ({seconds}) => seconds)!,
  choice_seconds: median(views, ({choice_seconds}) => choice_seconds) ?? null
});

async function firstView(browser: Browser, site: string, name: string): Promise<FirstView> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(request.response().then(async (response) => (response ? gzipSync(await response.body()).length : 0)));
  });
  const started = performance.now();
  await page.goto(`${site}/${name === "index" ? "" : name}`, {waitUntil: "networkidle"});
  await waitUntilDrawn(page);
  // The browser waits half a second to call a network idle.
  const seconds = (performance.now() - started) / 1000 - 0.5;
  const bytes = await Promise.all(sizes);
  const choice_seconds = await secondsOfChoice(page);
  await context.close();
  const kilobytes = bytes.reduce((sum, one) => sum + one, 0) / 1000;
  return {page: name, requests: bytes.length, kilobytes, seconds, choice_seconds};
}

const waitUntilDrawn = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !document.querySelector("observablehq-loading"));

/** Chooses the last option of the first menu that has several, and waits until the page is another and still. */
const secondsOfChoice = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const menus = [...document.querySelectorAll<HTMLSelectElement>("main select")];
    const menu = menus.find(({options}) => options.length > 1);
    const main = document.querySelector("main");
    if (!menu || !main) return null;
    let last: number | null = null;
    const watch = new MutationObserver(() => (last = performance.now()));
    watch.observe(main, {childList: true, subtree: true, characterData: true});
    const started = performance.now();
    menu.selectedIndex = menu.selectedIndex === menu.options.length - 1 ? 0 : menu.options.length - 1;
    for (const type of ["input", "change"]) menu.dispatchEvent(new Event(type, {bubbles: true}));
    await new Promise((done) => setTimeout(done, 2000));
    watch.disconnect();
    return last === null ? null : (last - started) / 1000;
  });
