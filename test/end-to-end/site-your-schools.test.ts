import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {PartnershipFile} from "../../src/release/partnership-files.ts";
import type {Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {findings} from "../support/page-checks.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

describe.skipIf(skipped)(`a list of one’s own, in a browser${why}`, () => {
  let site: OpenSite;
  let body: PartnershipFile;

  beforeAll(async () => {
    site = await openSite();
    const folder = join(site.release, "partnership");
    const notes = readdirSync(folder).flatMap((name) =>
      Object.values(readPart<Record<string, PartnershipFile>>(join(folder, name)))
    );
    const reported = (note: PartnershipFile) => note.outcomes.filter(({effect}) => effect !== null).length;
    const [first] = notes
      .filter(({members, partnership_type}) => partnership_type === "multi_academy_trust" && members.length < 20)
      .sort((a, b) => reported(b) - reported(a));
    body = first!;
  });
  afterAll(() => site?.close());

  const urns = () => body.members.map(({urn}) => urn);

  /** The page, and every address it asks for. */
  async function visit(look: Look): Promise<{page: Page; faults: string[]; requested: string[]}> {
    const requested: string[] = [];
    const {page, faults} = await site.go("your-schools", look);
    page.on("request", (request) => requested.push(`${request.url()} ${request.postData() ?? ""}`));
    return {page, faults, requested};
  }

  async function paste(page: Page, text: string, from = "2016/17"): Promise<void> {
    await page.locator("#your-list").fill(text);
    await page.locator("#your-from").fill(from);
    await page.locator("#your-list").press("Tab");
    await page.getByRole("button", {name: "Look at these schools"}).press("Enter");
  }

  const finished = (page: Page) =>
    page.waitForFunction(
      () => /Nothing left|described only|cannot be used/.test(document.querySelector(".said")?.textContent ?? ""),
      null,
      {timeout: 120_000}
    );

  test(
    "pasted, by keyboard alone: described and estimated, and no request tells of a school",
    {timeout: 180_000},
    async () => {
      const {page, faults, requested} = await visit(WIDE);
      await paste(page, urns().join("\n"));
      await finished(page);
      expect(await page.locator(".report .lead").innerText()).toMatch(/looked at|cannot say/);
      expect(await page.locator(".report").innerText()).toContain("Do not say");
      expect(await page.locator(".described table").count()).toBeGreaterThan(0);
      const names = body.members.map(({name}) => encodeURIComponent(name));
      const reports = (address: string) =>
        [...urns().map(String), ...names].some((reported) => address.includes(reported));
      expect(requested.length).toBeGreaterThan(3);
      expect(requested.filter(reports)).toEqual([]);
      expect(requested.filter((address) => /\/(school|partnership)\//.test(address))).toEqual([]);
      expect(await findings(page, site.axe)).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    }
  );

  test(
    "kept over a reload, shared after the # of the address, and forgotten when asked",
    {timeout: 240_000},
    async () => {
      const {page} = await visit(WIDE);
      await paste(page, urns().slice(0, 3).join(" "));
      await finished(page);
      await page.reload();
      await finished(page);
      expect(await page.locator("#your-list").inputValue()).toContain(String(urns()[0]));
      await page.getByRole("button", {name: /share it/}).click();
      const address = page.url();
      expect(address).toContain(`#name=`);
      await page.getByRole("button", {name: "Forget the list"}).click();
      expect(await page.evaluate(() => [location.hash, localStorage.length])).toEqual(["", 0]);
      expect(await page.locator("#your-list").inputValue()).toBe("");
      const other = await site.browser.newPage();
      await other.goto(address);
      await finished(other);
      expect(await other.locator("#your-list").inputValue()).toContain(String(urns()[0]));
      await other.close();
      await page.close();
    }
  );

  test("a name stands for no school before it is confirmed", {timeout: 120_000}, async () => {
    const {page} = await visit({width: 390, scheme: "dark"});
    await paste(page, body.members[0].name);
    await page.getByText("Which school is meant?").waitFor();
    await page.locator(".confirm input").first().check();
    await page.getByRole("button", {name: "These are the schools"}).click();
    await finished(page);
    expect(await page.locator(".report .described").count()).toBe(1);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.close();
  });

  const bad = readdirSync("test/bad-lists")
    .filter((name) => name.endsWith(".csv") && statSync(join("test/bad-lists", name)).size > 0)
    .sort();
  test(
    "twenty bad lists, as files: each is told what is wrong with it, and nothing breaks",
    {timeout: 240_000},
    async () => {
      const {page, faults, requested} = await visit(WIDE);
      for (const name of bad.filter((_, i) => i % 3 !== 1).slice(0, 20)) {
        await page.locator("#your-list").fill("");
        await page.locator("#your-file").setInputFiles(join("test/bad-lists", name));
        await page.waitForFunction(() => (document.querySelector("#your-list") as HTMLTextAreaElement).value !== "");
        await page.getByRole("button", {name: "Look at these schools"}).click();
        await page.locator(".problems li, .confirm").first().waitFor({timeout: 60_000});
      }
      expect(requested.filter((address) => /90\d{4}/.test(address))).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    }
  );

  test("a pack prints with all its pages and nothing folded", {timeout: 120_000}, async () => {
    const {page, faults} = await site.go(`pack?id=${encodeURIComponent(body.id)}`, WIDE);
    expect(await page.locator(".pack .sheet").count()).toBe(5);
    expect(await page.locator(".pack details:not([open])").count()).toBe(0);
    for (const {name} of body.members.slice(0, 2)) expect(await page.locator(".pack").innerText()).toContain(name);
    const pdf = await page.pdf({format: "A4"});
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(faults).toEqual([]);
    await page.close();
  });
});
