import Papa from "papaparse";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, test, type ExpectStatic} from "vitest";
import type {ReleaseFacts} from "../../src/release/release.ts";
import {drawn, type Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {PAGES} from "../support/site-pages.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

/** What each exported row has to say of its figure. */
const SAYS = [
  "Partnership type",
  "Phase of education",
  "Outcome measured",
  "Role of the schools",
  "Years it holds",
  "Schools behind it",
  "Strength of its evidence"
] as const;
/** Pages with a finding to be copied, and with a table to be taken away. */
const FINDINGS = ["index", "comparators", "time", "partnerships", "partnership"];
const TABLES = ["evidence", "types"];

const OF_RELEASE = ["Release made", "Version", "Plan", "Address"] as const;

type Types = Record<string, {label: string}>;

interface Exported {
  title: string;
  caption: string;
  csv: string;
  svg: string;
}

/** Without spaces and capitals: lines of a picture are broken anywhere. */
const plain = (text: string): string => text.replace(/\s+/g, "").toLowerCase();

/** Of every figure in sight: its caption as printed, and what its buttons hand over. */
async function takeFigures(page: Page): Promise<Exported[]> {
  await page.emulateMedia({media: "print"});
  return page.evaluate(async () => {
    const handed: Blob[] = [];
    URL.createObjectURL = (content) => {
      handed.push(content as Blob);
      return "#";
    };
    HTMLAnchorElement.prototype.click = () => undefined;
    const figures = [...document.querySelectorAll<HTMLElement>("main figure.figure")];
    const found = [];
    for (const figure of figures.filter((d) => d.checkVisibility())) {
      const take = async (name: string) => {
        const buttons = [...figure.querySelectorAll("button")];
        buttons.find((button) => button.textContent.includes(name))!.click();
        await new Promise((done) => setTimeout(done, 20));
        return new TextDecoder("utf-8", {ignoreBOM: true}).decode(await handed.pop()!.arrayBuffer());
      };
      const svg = new DOMParser().parseFromString(await take("(SVG)"), "image/svg+xml");
      found.push({
        title: figure.querySelector(".title")!.textContent,
        caption: figure.querySelector<HTMLElement>("figcaption")!.innerText,
        csv: await take("(CSV)"),
        svg: [...svg.querySelectorAll("text")].map((text) => text.textContent).join(" ")
      });
    }
    return found;
  });
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("main details:not([open])"))
      details.open = true;
  });
  await drawn(page);
}

let before: Promise<unknown> = Promise.resolve();

/** One after another: there is one clipboard for all pages. */
function takeTurn<T>(take: () => Promise<T>): Promise<T> {
  const mine = before.then(take);
  before = mine.catch(() => undefined);
  return mine;
}

/** The finding says all that as printed, and as its button copies it. */
async function expectFinding(
  page: Page,
  {types, facts, sure}: {types: Types; facts: ReleaseFacts; sure: ExpectStatic}
) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const leading = page.locator(".leading").first();
  const copied = await takeTurn(async () => {
    await leading.getByRole("button").click();
    return page.evaluate(() => navigator.clipboard.readText());
  });
  await page.emulateMedia({media: "print"});
  const printed = await leading.innerText();
  await page.emulateMedia({media: "screen"});
  for (const text of [copied, printed]) {
    sure(
      Object.values(types).some(({label}) => text.toLowerCase().includes(label.toLowerCase())),
      text
    ).toBe(true);
    sure(text).toMatch(/primary|secondary|special/);
    sure(text).toMatch(/supported|supporter|member/i);
    sure(text).toMatch(/\d+ schools?/);
    sure(text).toMatch(/\d{4}\/\d\d|by years since joining/);
    sure(text).toMatch(/strength/);
    sure(text).toContain(facts.plan);
    sure(plain(text)).toContain(plain(page.url()));
  }
}

/** And so does its table, as a file. */
async function expectTable(page: Page, {facts, sure}: {facts: ReleaseFacts; sure: ExpectStatic}): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download (CSV)"}).first().click()
  ]);
  const stream = await download.createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  const [row] = Papa.parse<Record<string, string>>(text, {header: true}).data;
  sure([row["Plan"], row["Address"]]).toEqual([facts.plan, page.url()]);
  for (const column of [
    "Partnership type",
    "Phase of education",
    "Outcome",
    "Role",
    "Years",
    "Schools",
    "Strength of evidence"
  ])
    sure(Object.keys(row)).toContain(column);
}

describe.skipIf(skipped)(`every figure stands alone${why}`, () => {
  let site: OpenSite;
  let facts: ReleaseFacts;
  let types: Types;

  beforeAll(async () => {
    site = await openSite({together: true});
    facts = await site.read("release.json");
    types = await site.read("types.json");
  });
  afterAll(() => site?.close());

  test.concurrent.for(PAGES)(
    "of %s: title, picture, file, print, finding and table say of what, whom, when, how sure, which release and where",
    {timeout: 240_000},
    async (name, {expect: sure}) => {
      const {page} = await site.visit(name, WIDE);
      if (FINDINGS.includes(name)) await expectFinding(page, {types, facts, sure});
      if (TABLES.includes(name)) await expectTable(page, {facts, sure});
      await unfold(page);
      for (const {title, caption, csv, svg} of await takeFigures(page)) {
        sure(csv.startsWith("\uFEFF"), `${title}: marked as UTF-8`).toBe(true);
        const {data, meta} = Papa.parse<Record<string, string>>(csv, {header: true, skipEmptyLines: true});
        for (const column of [...SAYS, ...OF_RELEASE]) sure(meta.fields, title).toContain(column);
        for (const row of data.slice(0, 40)) {
          sure([row["Release made"], row["Version"], row["Plan"], row["Address"]], title).toEqual([
            facts.made.slice(0, 10),
            facts.version,
            facts.plan,
            page.url()
          ]);
          for (const column of SAYS) {
            sure(row[column], `${title}: ${column}`).toBeTruthy();
            const said =
              column === "Schools behind it" ? [Number(row[column]).toLocaleString("en-GB")] : row[column].split("; ");
            for (const words of said) {
              sure(plain(caption), `${title}: ${column} in the title`).toContain(plain(words));
              sure(plain(svg), `${title}: ${column} in the picture`).toContain(plain(words));
            }
          }
          for (const cell of Object.values(row))
            sure(cell, `${title}: a number that a spreadsheet takes for a text`).not.toMatch(
              /^([\u2212+][\d,.]+|\d{1,3}(,\d{3})+(\.\d+)?)$/
            );
        }
        for (const text of [caption, svg])
          for (const words of [facts.plan, page.url()]) sure(plain(text), title).toContain(plain(words));
      }
      await page.close();
    }
  );
});
