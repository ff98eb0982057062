import {readFile} from "node:fs/promises";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {drawn, type Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

/** What the analyst came for: the smallest effect, and what an effect of that size would cost. */
const ANSWER =
  /40 pairs of secondary schools, 3 years before and 3 years since: the smallest effect on GCSE attainment that would be seen four times in five is [\d.]+ points\. It would cost £6 million in all, £\d+ a pupil a year\. An effect of just that size would cost £[\d,]+ for a point in one school for one year\./;

const lead = (page: Page): Promise<string> => page.locator("main .lead").first().innerText();

async function readDownload(page: Page, take: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), take()]);
  return readFile(await download.path(), "utf8");
}

function expectFile(text: string): void {
  const [header, first] = text.replace("\uFEFF", "").split("\r\n");
  for (const column of ["Schools helped", "Smallest effect seen, helped schools, points", "Cost in all, £", "Release"])
    expect(header).toContain(column);
  expect(first).toMatch(/^Design 1,40,40,in pairs,3,3,/);
  expect(first).toContain(",6000000,");
}

describe.skipIf(skipped)(`a fund is planned${why}`, () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite({together: true});
  });
  afterAll(() => site?.close());

  test("from the first page to the smallest effect, its cost and a file, in under ten clicks", async () => {
    const {page, faults} = await site.go("", WIDE);
    let clicks = 0;
    const click = async (name: string, role: "link" | "button" | "spinbutton") => {
      clicks++;
      await page.getByRole(role, {name}).filter({visible: true}).first().click();
      await drawn(page);
    };
    await click("Plan", "link");
    await page.waitForURL(/plan/);
    await drawn(page);
    await click("Cost of one helped school", "spinbutton");
    await page.keyboard.type("50000");
    await drawn(page);
    expect(await lead(page)).toMatch(ANSWER);
    expectFile(await readDownload(page, () => click("Download (CSV)", "button")));
    expect(clicks).toBeLessThan(10);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("the same by keyboard alone", async () => {
    const {page} = await site.go("", WIDE);
    const reach = async (name: RegExp) => {
      for (let i = 0; i < 200; i++) {
        await page.keyboard.press("Tab");
        const here = await page.evaluate(() => {
          const at = document.activeElement as HTMLInputElement;
          return at.labels?.[0]?.textContent ?? at.textContent;
        });
        if (name.test(here.trim())) return;
      }
      throw new Error(`no Tab leads to ${String(name)}`);
    };
    await reach(/^Plan$/);
    await Promise.all([page.waitForURL(/plan/), page.keyboard.press("Enter")]);
    await page.waitForLoadState("load");
    await drawn(page);
    await reach(/^Cost of one helped school/);
    await page.keyboard.type("50000");
    await drawn(page);
    expect(await lead(page)).toMatch(ANSWER);
    await reach(/^Download \(CSV\)$/);
    expectFile(await readDownload(page, () => page.keyboard.press("Enter")));
    await page.close();
  });

  test("designs stand next to each other, and come back from the address", async () => {
    const {page, faults} = await site.go("plan", WIDE);
    await page.getByRole("button", {name: "Put another design next to it"}).click();
    await page.locator("[name=schools_2]").fill("80");
    await page.locator("[name=arrangement_2]").selectOption("groups");
    await drawn(page);
    const names = () => page.locator("main table").first().locator("thead th").allInnerTexts();
    expect(await names()).toEqual(["What", "Design 1", "Design 2"]);
    expect(await page.locator("main .lead").nth(1).innerText()).toContain("80 secondary schools in 20 groups");
    const said = await page.locator("main .lead").allInnerTexts();
    await page.reload({waitUntil: "load"});
    await drawn(page);
    expect(await page.locator("main .lead").allInnerTexts()).toEqual(said);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("an address that asks for what cannot be says so", async () => {
    const {page} = await site.go("plan?schools=-3&measure=happiness", WIDE);
    const notice = await page.locator("main .absent").first().innerText();
    expect(notice).toContain("schools “-3”");
    expect(notice).toContain("measure “happiness”");
    await page.close();
  });
});

describe.skipIf(skipped)(`schools are chosen by a rule${why}`, () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  test("how many, how they went on without help, and who near them could help; a narrower rule takes fewer", async () => {
    const {page, faults} = await site.go("whom-to-help?phase=primary", WIDE);
    const many = async () => Number(/^([\d,]+) school/.exec((await lead(page)).trim())?.[1].replace(",", ""));
    const lowest = await many();
    expect(await lead(page)).toMatch(/primary schools in the lowest third of attainment/);
    expect(await page.locator("main").innerText()).toMatch(/met the rule, \d+ times in all, and joined no trust/);
    await page.locator("select[name=absence]").selectOption("high");
    await drawn(page);
    const narrower = await many();
    expect(narrower).toBeGreaterThan(0);
    expect(narrower).toBeLessThan(lowest);
    expect(new URL(page.url()).searchParams.get("absence")).toBe("high");
    const table = page.locator(".tools", {has: page.getByRole("button", {name: "Download (CSV)", exact: true})}).last();
    const text = await readDownload(page, () =>
      table.getByRole("button", {name: "Download (CSV)", exact: true}).click()
    );
    const [header, ...rows] = text.replace("\uFEFF", "").trim().split("\r\n");
    expect(header).toMatch(/^School,URN,Local authority,Region,Pupils,/);
    expect(rows).toHaveLength(narrower);
    expect(await page.locator("main").innerText()).not.toMatch(/failing/i);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("the map of many schools is drawn once a reader comes near it, or prints", async () => {
    for (const come of ["near", "to print"]) {
      const {page, faults} = await site.go("whom-to-help?phase=primary", WIDE);
      await page.setViewportSize({width: 1280, height: 100});
      await page.locator("select[name=absence]").selectOption("high");
      await drawn(page);
      const map = page.locator("figure", {hasText: "Schools that meet the rule, and schools near them"});
      expect(await map.locator(".chart svg").count()).toBe(0);
      if (come === "near") await map.scrollIntoViewIfNeeded();
      else await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await map.locator(".chart svg").first().waitFor();
      expect(await map.locator(".chart svg path, .chart svg circle").count()).toBeGreaterThan(10);
      expect(faults).toEqual([]);
      await page.close();
    }
  });

  test("the page of RISE says what can be seen so far, and from when on more could", async () => {
    const {page, faults} = await site.go("rise?phase=primary", WIDE);
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/on the list that was read; \d+ schools? by the rule|No list of RISE was read/);
    expect(text).toMatch(/would have been eligible, \d+ times in all|can be followed/);
    expect(text).toMatch(/With \d+ schools?, a difference of [\d.]+ percentage points could/);
    expect(await page.locator("main table").last().locator("tbody tr").count()).toBe(5);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("an address that asks for a region that there is not says so", async () => {
    const {page} = await site.go("whom-to-help?phase=primary&region=Atlantis", WIDE);
    expect(await page.locator("main .absent").first().innerText()).toContain("region “Atlantis”");
    await page.close();
  });

  test("files fetched for a phase are light", async () => {
    for (const phase of ["primary", "secondary"]) {
      const {page} = await site.go(`whom-to-help?phase=${phase}`, WIDE);
      const bytes = await page.evaluate(() =>
        (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
          .filter(({name}) => name.includes("/whom-to-help/"))
          .reduce((sum, {decodedBodySize}) => sum + decodedBodySize, 0)
      );
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(1_500_000);
      await page.close();
    }
  });
});
