import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {PartnershipFile} from "../../src/release/partnership-files.ts";
import type {Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {findings} from "../support/page-checks.ts";
import {findBody} from "../support/partnership-files.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

describe.skipIf(skipped)(`a pack, in a browser${why}`, () => {
  let site: OpenSite;
  let body: PartnershipFile;

  beforeAll(async () => {
    site = await openSite();
    body = findBody(site.release);
  });
  afterAll(() => site?.close());

  test(
    "a pack prints with all its pages, nothing folded, no name cut; what was typed stays",
    {timeout: 120_000},
    async () => {
      const {page, faults} = await site.go(`pack?id=${encodeURIComponent(body.id)}`, WIDE);
      await page.locator("#did").waitFor();
      expect(await page.locator(".pack [aria-busy]").count()).toBe(0);
      const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name));
      expect(fetched.filter((name) => /schools\.json\.gz|list-(?:estimates|reading)/.test(name))).toEqual([]);
      expect(await page.locator(".pack .sheet").count()).toBe(5);
      for (const about of await page.locator(".pack .found .about").allInnerTexts()) {
        expect(about).toMatch(/, (?:primary|secondary|special) schools, .*: \d+ schools?, .*strength of evidence/);
      }
      expect(await page.locator(".pack .found").count()).toBe(await page.locator(".pack .panels svg").count());
      expect(await page.locator(".pack details:not([open])").count()).toBe(0);
      expect(await page.locator(".pack .panels svg").count()).toBeGreaterThan(0);
      await page.locator("#did").fill("We shared a head of science.");
      await page.locator('.ticks input[name="shared_staff"]').check();
      await page.locator('.ticks input[name="management_group"]').check();
      expect(await page.locator(".verdict").innerText()).toBe("By this it is a partnership.");
      expect(await findings(page, site.axe)).toEqual([]);
      await page.reload();
      await page.locator("#did").waitFor();
      expect(await page.locator("#did").inputValue()).toBe("We shared a head of science.");
      expect(await page.locator('.ticks input[name="shared_staff"]').isChecked()).toBe(true);
      await page.emulateMedia({media: "print"});
      const text = await page.locator(".pack").innerText();
      for (const words of wanted()) expect(text).toContain(words);
      const [box, around] = await page.evaluate(() => {
        const written = document.querySelector(".written")!;
        return [written, written.parentElement!].map((one) => one.getBoundingClientRect().right);
      });
      // A border that ends where the paper does is cut off.
      expect(around - box).toBeGreaterThan(1);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll(".pack th, .pack td, .pack li, .pack p")]
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 && getComputedStyle(cell).overflow !== "visible")
          .map((cell) => cell.textContent)
      );
      expect(cut).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    }
  );

  test("no chart of a pack is shrunken so far that its words are too small, also one alone and on a phone", async () => {
    // The body with its first outcome alone.
    const [first] = body.outcomes.filter(({effect, absent}) => effect !== null && absent === null);
    const answer = JSON.stringify({[body.id]: {...body, outcomes: [first]}});
    for (const [width, media] of [
      [1280, "screen"],
      [1280, "print"],
      [390, "screen"]
    ] as const) {
      const context = await site.browser.newContext({viewport: {width, height: 900}});
      const page = await context.newPage();
      await page.route(/\/partnership\/\d+\.json\.gz$/, (route) => route.fulfill({body: answer}));
      await page.goto(`${site.url}/pack?id=${encodeURIComponent(body.id)}`);
      await page.locator("#did").waitFor();
      await page.emulateMedia({media});
      const scales = await page.evaluate(() =>
        [...document.querySelectorAll<SVGSVGElement>(".pack .found svg")].map(
          (svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
        )
      );
      expect(scales).toHaveLength(1);
      expect(scales[0], `${width} ${media}`).toBeGreaterThan(0.9);
      await context.close();
    }
  });

  /** What has to stand in a printed pack. */
  const wanted = () => [
    "You may say",
    "Do not say",
    "Type",
    "Outcomes looked at",
    "How it was worked out",
    "By this it is a partnership.",
    "We shared a head of science.",
    ...body.members.map(({name}) => name)
  ];

  const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
  test.skipIf(!hasPoppler)(
    "the PDF of a pack has its words as text, on several pages (skipped without pdftotext, of poppler-utils)",
    {timeout: 120_000},
    async () => {
      const {page} = await site.go(`pack?id=${encodeURIComponent(body.id)}`, WIDE);
      await page.locator("#did").fill("We shared a head of science.");
      await page.locator('.ticks input[name="shared_staff"]').check();
      await page.locator('.ticks input[name="management_group"]').check();
      const pdf = await page.pdf({format: "A4", preferCSSPageSize: true});
      const {stdout} = spawnSync("pdftotext", ["-layout", "-", "-"], {input: pdf, encoding: "utf8"});
      const sheets = stdout.split("\f").filter((text) => text.trim() !== "");
      expect(sheets.length).toBeGreaterThan(3);
      const plain = stdout.replace(/\s+/g, " ");
      for (const words of wanted().filter((one) => !body.members.some(({name}) => name === one))) {
        expect(plain).toContain(words);
      }
      // In a narrow cell a name goes over several lines: each of its words is there.
      for (const word of body.members.flatMap(({name}) => name.split(" "))) expect(plain).toContain(word);
      const lone = sheets.map((text) => text.trim().split("\n").at(-1)!.trim());
      for (const heading of ["What was found", "Its schools, year by year", "Which schools are like them"]) {
        expect(lone).not.toContain(heading);
      }
      await page.close();
    }
  );

  test("a pack that was saved opens offline, and asks for nothing", {timeout: 120_000}, async () => {
    const {page} = await site.go(`pack?id=${encodeURIComponent(body.id)}`, WIDE);
    await page.locator("#did").fill("We shared a head of science.");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", {name: /opens offline/}).click();
    const text = readFileSync(await (await saved).path(), "utf8");
    await page.close();
    const context = await site.browser.newContext({offline: true});
    const offline = await context.newPage();
    const requested: string[] = [];
    offline.on("request", (request) => requested.push(request.url()));
    await offline.setContent(text);
    const words = await offline.locator("body").innerText();
    expect(words).toContain("You may say");
    expect(await offline.locator(".written").textContent()).toBe("We shared a head of science.");
    expect(await offline.locator("script, .tools, textarea, a[href]").count()).toBe(0);
    expect(requested).toEqual([]);
    await context.close();
  });
});
