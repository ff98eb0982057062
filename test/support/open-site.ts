import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import type {Browser, Page} from "playwright-core";
import {hasBrowser, launch, open, type Look} from "./browser.ts";
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

/** The built site, served, and a browser to look at it. */
export async function openSite(): Promise<OpenSite> {
  const {site, release} = await builtSite();
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const served = await serve(site);
  const browser = await launch();
  const go = (address: string, look: Look) => open(browser, `${served.url}/${address}`, look);
  return {
    browser,
    url: served.url,
    release,
    axe,
    go,
    visit: async (page, look) => go(await findAddress(page, release), look),
    read: async (file) => readPart(`${release}/${file}`),
    close: async () => {
      await browser.close();
      await served.close();
    }
  };
}
