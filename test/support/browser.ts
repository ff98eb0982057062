import {existsSync} from "node:fs";
import {chromium, type Browser, type BrowserContext, type Page} from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const hasBrowser = (): boolean => existsSync(CHROMIUM);

/** A Chromium that asks nobody for anything of its own accord. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync"
    ]
  });

export interface Look {
  width: number;
  scheme: "light" | "dark";
}

/** A browser that looks so: its pages share what they have fetched and what they keep. */
export const lookAs = (browser: Browser, {width, scheme}: Look): Promise<BrowserContext> =>
  browser.newContext({viewport: {width, height: 900}, colorScheme: scheme});

/** Milliseconds until a page is given up. */
const PATIENCE = 120_000;

/** A page with its charts drawn, and everything that went wrong on the way: errors, and requests to other hosts. */
export async function open(context: BrowserContext, url: string): Promise<{page: Page; faults: string[]}> {
  const page = await context.newPage();
  // Many pages are opened at once: on a busy machine one may wait long before it is answered.
  page.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  const {origin} = new URL(url);
  page.on("request", (request) => {
    const to = request.url();
    if (!/^(data|blob):/.test(to) && !to.startsWith(`${origin}/`)) faults.push(`request to another host: ${to}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(url, {waitUntil: "load"});
  await drawn(page);
  return {page, faults};
}

/**
 * Resolves when the page has nothing left to load or draw: nothing is busy, and the last block of code shows something,
 * unless it is the only one, which reads files. Where another page comes meanwhile, that one is waited for.
 */
export async function drawn(page: Page): Promise<void> {
  try {
    await page.evaluate(untilDrawn);
  } catch (error) {
    if (!/context was destroyed/.test(String(error))) throw error;
    await page.waitForLoadState();
    await drawn(page);
  }
}

/** What `drawn` waits for, run in the page; it stands alone, so that it may be sent there. */
export async function untilDrawn(): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame);
  const isDrawn = () => {
    const [, ...shows] = document.querySelectorAll(".observablehq--block");
    return (
      (!shows.length || shows.at(-1)!.firstElementChild) &&
      !document.querySelector("observablehq-loading, [aria-busy=true]")
    );
  };
  while (!isDrawn()) await frame();
  await frame();
  await frame();
}
