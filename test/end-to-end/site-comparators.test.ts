import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";
import type {IndexRow, ResultIndex} from "../../src/release/result-index.ts";
import type {Result, ResultFile} from "../../src/release/results.ts";
import {drawn, type Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {textFaults} from "../support/page-checks.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

const address = ({measure, partnership_type, phase, role}: IndexRow): string =>
  `comparators?${new URLSearchParams({measure, partnership_type, phase, role})}`;

describe.skipIf(skipped)(`the page of comparators${why}`, () => {
  let site: OpenSite;
  let rows: IndexRow[];

  beforeAll(async () => {
    site = await openSite({together: true});
    rows = collectRows<IndexRow>(await site.read<ResultIndex>("results.json")).filter((d) => d.dimension === null);
  });
  afterAll(() => site?.close());

  /** The result with most schools of each role, so that what is looked at does not hang on the order of the file. */
  const examples = () =>
    ["supported", "supporter", "member"].flatMap((role) => {
      const mine = rows.filter((d) => d.role === role && d.absent === null && d.from !== null);
      return mine.sort((a, b) => b.schools - a.schools).slice(0, 1);
    });

  async function makeResult({partnership_type, phase, measure, role}: IndexRow): Promise<Result> {
    const {results} = await site.read<ResultFile>(`results/${partnership_type}-${phase}-${measure}.json.gz`);
    return results.find((d) => d.role === role && d.by === null)!;
  }

  test("says of each role who was compared, in the numbers of the release, with no text of a chart cut off or on another at 1280 and 390 px", async () => {
    for (const row of examples()) {
      const {donors, words} = await makeResult(row);
      const {page, faults} = await site.go(address(row), WIDE);
      expect(await page.locator(".lead").first().innerText()).toBe(words.sentence);
      const text = await page.locator("main").innerText();
      expect(text).toContain(`the donor pool: ${donors.schools.toLocaleString("en-GB")} school`);
      expect(await textFaults(page), `${row.id} at 1280 px`).toEqual([]);
      await page.setViewportSize({width: 390, height: 900});
      await drawn(page);
      expect(await textFaults(page), `${row.id} at 390 px`).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    }
  });

  test("says why a choice has no answer, and leads to ones that have", async () => {
    const none = rows.find((d) => d.absent !== null)!;
    const {page, faults} = await site.go(address(none), WIDE);
    await page.getByText("Nothing to compare here").waitFor();
    expect(await page.locator("main").innerText()).toContain(none.absent!);
    expect(await page.locator("svg[role=img]").count()).toBe(0);
    await page.locator(".state a").first().click();
    await page.locator("h2#who").waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});
