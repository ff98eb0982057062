import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {PartnershipFile} from "../../src/release/partnership-files.ts";
import type {Look} from "../support/browser.ts";
import {findBody, readPartnershipFiles} from "../support/partnership-files.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {findings} from "../support/page-checks.ts";
import {makeRow, makeWorkbook} from "../support/workbook-bytes.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

describe.skipIf(skipped)(`a list of one’s own, in a browser${why}`, () => {
  let site: OpenSite;
  let body: PartnershipFile;

  beforeAll(async () => {
    site = await openSite();
    body = findBody(site.release);
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
      // Only workers ask for donor pools: what they ask for is listened to as well.
      expect(requested.some((address) => address.includes("/your-schools/pool-"))).toBe(true);
      expect(requested.length).toBeGreaterThan(3);
      // All of it in workers: the thread of the page reads no figure.
      const byPage = await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name));
      expect(byPage.filter((address) => address.includes("/release/"))).toEqual([]);
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
      const context = await site.browser.newContext();
      const other = await context.newPage();
      await other.goto(address);
      await finished(other);
      expect(await other.locator("#your-list").inputValue()).toContain(String(urns()[0]));
      await paste(other, String(urns()[1]));
      await finished(other);
      // Whoever follows a link keeps the list of this browser.
      const third = await context.newPage();
      await third.goto(address);
      await finished(third);
      expect(await third.locator(".another-list").innerText()).toContain("is still there");
      await third.getByRole("link", {name: "go back to it"}).click();
      await finished(third);
      expect(await third.locator("#your-list").inputValue()).not.toContain(String(urns()[0]));
      expect(await third.locator(".another-list").count()).toBe(0);
      await context.close();
      await page.close();
    }
  );

  test("files of its phase are fetched once a list is in the box, and none names a school", async () => {
    const {page, requested} = await visit(WIDE);
    const fetched = page.waitForRequest(/\/your-schools\/base-[a-z]+\.json\.gz$/);
    await page.locator("#your-list").fill(urns().join("\n"));
    await fetched;
    expect(await page.locator(".report").count()).toBe(0);
    expect(requested.filter((address) => urns().some((urn) => address.includes(String(urn))))).toEqual([]);
    await page.close();
  });

  test("what lists are checked by is fetched once somebody turns to the form, and no index of more than that", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const requested: string[] = [];
    page.on("request", (request) => requested.push(new URL(request.url()).pathname));
    const fetched = page.waitForRequest(/\/your-schools\/register\.json\.gz$/);
    await page.goto(`${site.url}/your-schools`, {waitUntil: "networkidle"});
    expect(requested.filter((path) => path.includes("/release/"))).toEqual([]);
    await page.locator("#your-list").focus();
    await fetched;
    expect(requested.filter((path) => /release\/(schools|register)\.json/.test(path))).toEqual([]);
    await context.close();
  });

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

  /** Chooses a file and waits until it is in the box, or it is said why it is not. */
  async function choose(page: Page, file: {name: string; buffer: Buffer}): Promise<void> {
    await page.locator("#your-list").fill("");
    await page.locator("#your-file").setInputFiles({...file, mimeType: "application/octet-stream"});
    await page.waitForFunction(
      () =>
        (document.querySelector("#your-list") as HTMLTextAreaElement).value !== "" ||
        document.querySelector(".file-problem") !== null
    );
  }

  test(
    "an Excel file and one in UTF-16, as people keep them, with titles and other columns",
    {timeout: 240_000},
    async () => {
      const {page, faults, requested} = await visit(WIDE);
      const engine = () => requested.filter((address) => /\.js\b/.test(address)).length;
      const scripts = engine();
      const rows = body.members.slice(0, 4).map(({urn, name}) => [name, urn, "01/09/2016"] as const);
      const members = [["Our trust", null, null] as const, ["School", "URN", "Joined"] as const, ...rows];
      const sheet = members.map((cells, i) => makeRow(i + 1, ...cells)).join("");
      await choose(page, {
        name: "ours.xlsx",
        buffer: makeWorkbook({Notes: makeRow(1, "See the other tab"), Members: sheet})
      });
      expect(engine()).toBeGreaterThan(scripts);
      expect(await page.locator("#your-sheet").inputValue()).toBe("0");
      expect(await page.locator("#your-list").inputValue()).toContain(String(rows[0]?.[1]));
      await page.getByRole("button", {name: "Look at these schools"}).click();
      await finished(page);
      expect(await page.locator(".said").innerText()).toMatch(/^4 schools/);
      const text = ["School\tURN\tJoined", ...rows.slice(0, 3).map((row) => row.join("\t"))].join("\r\n");
      await choose(page, {name: "ours.txt", buffer: Buffer.from(`\ufeff${text}`, "utf16le")});
      await page.getByRole("button", {name: "Look at these schools"}).click();
      await page.waitForFunction(() =>
        /^3 schools\. (Nothing|\d+ without)/.test(document.querySelector(".said")?.textContent ?? "")
      );
      expect(faults).toEqual([]);
      await page.close();
    }
  );

  const bad = readdirSync("test/bad-lists")
    .filter((name) => name.endsWith(".csv") && statSync(join("test/bad-lists", name)).size > 0)
    .sort();
  test(
    "twenty bad lists, as files: each is answered with what is wrong with it, and nothing breaks",
    {timeout: 240_000},
    async () => {
      const {page, faults, requested} = await visit(WIDE);
      for (const name of bad.filter((_, i) => i % 3 !== 1).slice(0, 20)) {
        await choose(page, {name, buffer: readFileSync(join("test/bad-lists", name))});
        if ((await page.locator(".file-problem").count()) > 0) continue;
        await page.getByRole("button", {name: "Look at these schools"}).click();
        await page.locator(".problems li, .confirm").first().waitFor({timeout: 60_000});
      }
      expect(requested.filter((address) => /90\d{4}/.test(address))).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    }
  );

  test("a page may ask its own host alone for anything, and says so itself", async () => {
    const {page} = await site.go("your-schools", WIDE);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("default-src 'none'");
    await page.close();
  });

  test("the first page finds a school by name, URN, LAESTAB and postcode, a body by name, several URNs together", async () => {
    const {page, faults} = await site.go("", {width: 390, scheme: "light"});
    const [member, other] = body.members;
    const {columns} = await site.read<{columns: {urn: number[]; laestab: string[]; postcode: string[]}}>(
      "schools.json.gz"
    );
    const at = columns.urn.indexOf(member.urn);
    const hits = async (search: string) => {
      await page.locator('input[type="search"]').first().fill(search);
      await page.locator(".hits:not([aria-busy]) li").first().waitFor();
      return page.locator(".hits").first().innerText();
    };
    expect(await hits(body.name)).toContain(body.name);
    expect(await hits(member.name)).toContain(member.name);
    expect(await hits(String(member.urn))).toContain(member.name);
    for (const search of [columns.laestab[at], columns.postcode[at]].filter(Boolean)) {
      expect(await hits(search), search).toContain(member.name);
    }
    expect(await hits(`${member.urn}, ${other.urn}`)).toContain("Look at these 2 schools together");
    await page.locator(".hits a").first().press("Enter");
    await page.waitForURL(/your-schools(\.html)?#/);
    await finished(page);
    expect(await page.locator("#your-list").inputValue()).toContain(String(other.urn));
    expect(faults).toEqual([]);
    await page.close();
  });

  test("a body that nothing is claimed of is described on its first screen; an address from before a merger leads on", async () => {
    const described = readPartnershipFiles(site.release).find(
      ({members, outcomes}) => members.length > 1 && members.length < 9 && outcomes.every(({effect}) => effect === null)
    )!;
    const {page, faults} = await site.go(`partnership?id=${encodeURIComponent(described.id)}`, WIDE);
    await page.locator("#each-school + div li, #each-school + div p").first().waitFor();
    const place = await page.locator("#each-school").boundingBox();
    expect(place!.y).toBeLessThan(900);
    expect(await page.locator(".partnership details:not([open])").count()).toBeLessThanOrEqual(5);
    expect(await findings(page, site.axe)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
    const aliases = await site.read<Record<string, string>>("aliases.json.gz");
    for (const [former, now] of Object.entries(aliases).slice(0, 2)) {
      const {page: other} = await site.go(`partnership?id=${encodeURIComponent(former)}`, WIDE);
      await other.locator(".partnership h1").waitFor();
      expect(new URL(other.url()).searchParams.get("id")).toBe(now);
      await other.close();
    }
  });
});
