import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import type {Browser, BrowserContext, Page} from "playwright-core";
import {hasBrowser, launch, lookAs, open, type Look} from "./browser.ts";
import {builtSite} from "./built-site.ts";
import {serve} from "./serve.ts";
import {findAddress} from "./site-pages.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

/** In CI a missing browser is a failure, not a reason to skip. */
export const skipped = !process.env.CI && !hasBrowser();
export const why = skipped ? " (skipped: no browser here; set CHROMIUM to one)" : "";

export interface OpenSite {
  browser: Browser;
  url: string;
  release: string;
  /** The code of axe, to be run in a page. */
  axe: string;
  /** A page by the name of its file, with everything that went wrong on the way. */
  visit: (page: string, look: Look) => Promise<{page: Page; faults: string[]}>;
  /** The same, by its address. */
  go: (address: string, look: Look) => Promise<{page: Page; faults: string[]}>;
  /** A file of the release. */
  read: <T>(file: string) => Promise<T>;
  close: () => Promise<void>;
}

/**
 * The built site, served, and a browser to look at it. Where `together`, pages that look alike share what they have fetched,
 * as those of one reader do; otherwise each is a new reader’s.
 */
export async function openSite({together = false} = {}): Promise<OpenSite> {
  const {site, release} = await builtSite();
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const served = await serve(site);
  const browser = await launch();
  const looks = new Map<string, Promise<BrowserContext>>();
  const closings: Promise<void>[] = [];
  const findContext = (look: Look): Promise<BrowserContext> => {
    if (!together) return lookAs(browser, look);
    const name = JSON.stringify(look);
    const context = looks.get(name) ?? lookAs(browser, look);
    looks.set(name, context);
    return context;
  };
  const go = async (address: string, look: Look) => {
    const context = await findContext(look);
    const opened = await open(context, `${served.url}/${address}`);
    if (!together) opened.page.once("close", () => closings.push(context.close()));
    return opened;
  };
  return {
    browser,
    url: served.url,
    release,
    axe,
    go,
    visit: async (page, look) => go(await findAddress(page, release), look),
    read: async (file) => readPart(`${release}/${file}`),
    close: async () => {
      await Promise.all(closings);
      await browser.close();
      await served.close();
    }
  };
}
