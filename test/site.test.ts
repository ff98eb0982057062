import {existsSync} from "node:fs";
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {choiceOf} from "../dashboards/components/choice.ts";
import {alone} from "../pipelines/site/alone.ts";
import {hasRates} from "../dashboards/components/sentences.ts";
import {buildSite} from "../pipelines/site/build.ts";
import {finish} from "../pipelines/site/finish.ts";
import type {ComparisonNote, ReleaseNote} from "../src/release.ts";
import {drawn, hasBrowser, launch, open, type Look} from "./support/browser.ts";
import {findings, textFaults} from "./support/page-checks.ts";
import {sampleRelease} from "./support/sample-release.ts";
import {serve, type Served} from "./support/serve.ts";

const PAGES = ["", "sources", "dictionary"];
const LOOKS: (Look & {name: string})[] = [1280, 390].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({name: `${width} px, ${scheme}`, width, scheme}))
);
const WIDE: Look = LOOKS[0]!;

let folder: string;
let release: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "site-"));
  release = process.env.PAV_TEST_RELEASE ?? (await sampleRelease());
});
afterAll(() => rm(folder, {recursive: true, force: true}));

describe("before anything is built", () => {
  test("a release that is not there is told with what to do", async () => {
    const missing = buildSite({release: join(folder, "none"), output: join(folder, "site")});
    await expect(missing).rejects.toMatchObject({name: "UserError", fix: expect.stringContaining("npm run pav")});
    expect(existsSync(join(folder, "site"))).toBe(false);
  });

  test("a release that lacks a file, or holds an empty one, is told by its name", async () => {
    const part = join(folder, "part");
    await cp(release, part, {recursive: true});
    await writeFile(join(part, "kinds.json"), " ");
    await expect(buildSite({release: part})).rejects.toThrow(/kinds\.json: empty/);
    await rm(join(part, "kinds.json"));
    await expect(buildSite({release: part})).rejects.toThrow(/kinds\.json: missing/);
  });

  test("a folder that holds something other than a site is left alone", async () => {
    const precious = join(folder, "precious");
    await mkdir(precious);
    await writeFile(join(precious, "thesis.txt"), "years of work");
    await expect(buildSite({release, output: precious})).rejects.toThrow(/something other than a site/);
    expect(await readFile(join(precious, "thesis.txt"), "utf8")).toBe("years of work");
  });
});

describe("one build at a time", () => {
  test("a second is told to wait, and the next may begin", async () => {
    const file = join(folder, "in-use");
    const second = alone(file, () => alone(file, async () => "two at once"));
    await expect(second).rejects.toThrow(/another build or preview of the site is running/);
    expect(await alone(file, async () => "done")).toBe("done");
  });

  test("what a process that is gone left behind is no hindrance", async () => {
    const file = join(folder, "left-behind");
    await writeFile(file, "999999999");
    expect(await alone(file, async () => "done")).toBe("done");
  });
});

describe("finishing a site", () => {
  async function site(html: string): Promise<string> {
    const made = await mkdtemp(join(folder, "finish-"));
    await writeFile(join(made, "index.html"), html);
    return made;
  }

  test("gives a page its language, lets a reader enlarge it and lets a keyboard skip the header", async () => {
    const made = await site(
      '<html><meta content="initial-scale=1, maximum-scale=1"><div id="observablehq-center"></div></html>'
    );
    expect(await finish(made)).toBe(1);
    const html = await readFile(join(made, "index.html"), "utf8");
    expect(html).toContain('<html lang="en-GB">');
    expect(html).not.toContain("maximum-scale");
    expect(html).toContain('href="#observablehq-main">Skip to the content');
  });

  test.each([
    {what: "an error on the page", html: '<div class="observablehq--error">no such thing</div>', says: /no such thing/},
    {what: "a package left by name", html: '<script>import "lodash"</script>', says: /lodash, which a browser cannot/},
    {what: "a file that is not there", html: '<script>import("./gone.js")</script>', says: /gone\.js, which is not in/},
    {what: "another host", html: '<img src="https://example.org/a.png">', says: /example\.org\/a\.png from another/}
  ])("finds $what", async ({html, says}) => {
    await expect(finish(await site(html))).rejects.toThrow(says);
  });

  test("does not mind a link to another host, which is followed only by choice", async () => {
    await expect(finish(await site('<a href="https://example.org/">a page</a>'))).resolves.toBe(1);
  });
});

// In CI a missing browser is a failure, not a reason to skip.
const skipped = !process.env.CI && !hasBrowser();
const why = skipped ? " (skipped: no browser here; set CHROMIUM to one)" : "";

describe.skipIf(skipped)(`the built site in a browser${why}`, () => {
  let browser: Browser;
  let site: Served;
  let comparisons: ComparisonNote[];
  let note: ReleaseNote;
  let axe: string;

  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    comparisons = JSON.parse(await readFile(join(release, "comparisons.json"), "utf8"));
    note = JSON.parse(await readFile(join(release, "release.json"), "utf8"));
    expect(await buildSite({release, output: join(folder, "site")})).toBe(PAGES.length);
    site = await serve(join(folder, "site"));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const address = (comparison: ComparisonNote) => `?${new URLSearchParams({...choiceOf(comparison)})}`;
  const choices = () => [...new Set(comparisons.map(address))];

  /** Long pages fold the same parts many times over: opening all of them would take axe minutes. */
  const OPENED = 12;

  /** Opens what is folded, the first of it; `inside` also what is folded inside. */
  async function unfold(page: Page, {inside}: {inside: boolean}): Promise<void> {
    for (let depth = 0; depth < (inside ? 3 : 1); depth++) {
      await page.evaluate((most) => {
        for (const details of [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")].slice(0, most))
          details.open = true;
        const closed = document.querySelectorAll<HTMLElement>("[aria-expanded=false]");
        for (const button of [...closed].slice(0, most)) button.click();
      }, OPENED);
      await drawn(page);
    }
  }

  describe.each(LOOKS)("at $name", (look) => {
    test.each(PAGES)("/%s has no fault, folded or unfolded", {timeout: 240_000}, async (path) => {
      const {page, faults} = await open(browser, `${site.url}/${path}`, look);
      await unfold(page, {inside: look === WIDE});
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await findings(page, axe)).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    });
  });

  test.each([1280, 390])("at %i px no text of a chart is cut off or lies on another", async (width) => {
    const problems: string[] = [];
    for (const choice of choices().slice(0, 10)) {
      const {page, faults} = await open(browser, `${site.url}/${choice}`, {width, scheme: "light"});
      const shown = comparisons.filter((d) => address(d) === choice);
      const rated = shown.some(hasRates);
      expect(await page.locator("svg[role=img]").count()).toBe(shown.length + (rated ? 1 : 0));
      problems.push(...[...faults, ...(await textFaults(page))].map((fault) => `${choice}: ${fault}`));
      await page.close();
    }
    expect(problems).toEqual([]);
  });

  test("every page says what was made when, under which licence, and whether schools are invented", async () => {
    for (const path of PAGES) {
      const {page} = await open(browser, `${site.url}/${path}`, WIDE);
      const footer = await page.locator("footer").innerText();
      expect(footer).toContain(note.plan);
      expect(footer).toContain(note.version);
      expect(footer).toContain("Contains public sector information licensed under the Open Government Licence v3.0.");
      expect(await page.getByText("Invented schools.").count()).toBe(note.invented ? 1 : 0);
      await page.close();
    }
  });

  test("a choice changes the charts and the address, and is there again after a reload", async () => {
    const {page, faults} = await open(browser, `${site.url}/`, WIDE);
    const subtitle = page.locator(".subtitle").first();
    const before = await subtitle.textContent();
    const chosen = (name: string) => page.locator(`[name=${name}]:is(select, :checked)`).inputValue();
    const current = {measure: await chosen("measure"), phase: await chosen("phase")};
    const to = comparisons.find((d) => d.measure !== current.measure || d.phase !== current.phase)!;
    await page.getByLabel("Measure").selectOption(to.measure);
    await page.getByLabel("Kind of partnership").selectOption(to.kind);
    await page.locator(`input[name=phase][value=${to.phase}]`).check();
    await expect.poll(() => subtitle.textContent()).not.toBe(before);
    const after = await subtitle.textContent();
    const {searchParams} = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toMatchObject({measure: to.measure, kind: to.kind, phase: to.phase});
    await page.reload({waitUntil: "networkidle"});
    await drawn(page);
    expect([await chosen("measure"), await chosen("kind"), await chosen("phase")]).toEqual([
      to.measure,
      to.kind,
      to.phase
    ]);
    expect(await subtitle.textContent()).toBe(after);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("a choice with nothing to compare says so and draws nothing", async () => {
    const taken = new Set(comparisons.map((d) => [d.measure, d.kind, d.phase].join()));
    const [measure, kind] = [comparisons[0]!.measure, comparisons[0]!.kind];
    const phase = ["special", "secondary", "primary"].find((name) => !taken.has([measure, kind, name].join()));
    if (phase === undefined) return;
    const {page, faults} = await open(browser, `${site.url}/?${new URLSearchParams({measure, kind, phase})}`, WIDE);
    await page.getByText("Nothing to compare here").waitFor();
    expect(await page.locator("svg[role=img]").count()).toBe(0);
    await page.locator(".state a").first().click();
    await page.locator("svg[role=img]").first().waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test("a keyboard reaches every control, and the numbers behind a chart", async () => {
    const {page} = await open(browser, `${site.url}/`, WIDE);
    const reached: string[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      reached.push(
        await page.evaluate(() => {
          const at = document.activeElement as HTMLInputElement;
          return at.name || at.textContent!.trim();
        })
      );
      if (reached.at(-1) === "Show the numbers") break;
    }
    expect(reached[0]).toBe("Skip to the content");
    for (const name of ["measure", "kind", "phase", "Show the numbers"]) expect(reached).toContain(name);
    await page.keyboard.press("Enter");
    expect(await page.locator(".numbers table").first().isVisible()).toBe(true);
    await page.close();
  });

  test("a picture that is taken away stands alone, with its title and its caveats", async () => {
    const {page} = await open(browser, `${site.url}/`, {width: 1280, scheme: "dark"});
    const take = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page
          .getByRole("button", {name: `Download (${name})`})
          .first()
          .click()
      ]);
      return readFile(await download.path());
    };
    const svg = (await take("SVG")).toString();
    expect(svg).toContain("before and after joining");
    expect(svg).toContain("How to read it.");
    expect(svg.includes("Invented schools.")).toBe(note.invented);
    expect(svg).not.toContain("var(--");
    expect((await take("PNG")).subarray(1, 4).toString()).toBe("PNG");
    expect((await take("CSV")).toString()).toMatch(/^Schools,Years since joining,Mean/);
    await page.close();
  });
});
