import Papa from "papaparse";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
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
const OF_RELEASE = ["Release made", "Version", "Plan", "Address"] as const;

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

describe.skipIf(skipped)(`every figure stands alone${why}`, () => {
  let site: OpenSite;
  let facts: ReleaseFacts;

  beforeAll(async () => {
    site = await openSite({together: true});
    facts = await site.read("release.json");
  });
  afterAll(() => site?.close());

  test.concurrent.for(PAGES)(
    "of %s: title, picture, file and print say of what, whom, when, how sure, which release and where",
    {timeout: 240_000},
    async (name, {expect: sure}) => {
      const {page} = await site.visit(name, WIDE);
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

  test.each(["index", "comparators", "time", "partnerships", "partnership"])(
    "and so does the finding of %s, also when it is copied",
    async (name) => {
      const {page} = await site.visit(name, WIDE);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const leading = page.locator(".leading").first();
      await leading.getByRole("button").click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      await page.emulateMedia({media: "print"});
      const printed = await leading.innerText();
      const types = Object.values(await site.read<Record<string, {label: string}>>("types.json"));
      for (const text of [copied, printed]) {
        expect(
          types.some(({label}) => text.toLowerCase().includes(label.toLowerCase())),
          text
        ).toBe(true);
        expect(text).toMatch(/primary|secondary|special/);
        expect(text).toMatch(/supported|supporter|member/i);
        expect(text).toMatch(/\d+ schools?/);
        expect(text).toMatch(/\d{4}\/\d\d|by years since joining/);
        expect(text).toMatch(/strength/);
        expect(text).toContain(facts.plan);
        expect(plain(text)).toContain(plain(page.url()));
      }
      await page.close();
    }
  );

  test.each(["evidence", "types"])("and so does the table of %s as a file", async (name) => {
    const {page} = await site.visit(name, WIDE);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Download (CSV)"}).first().click()
    ]);
    const stream = await download.createReadStream();
    let text = "";
    for await (const part of stream) text += String(part);
    const [row] = Papa.parse<Record<string, string>>(text, {header: true}).data;
    expect([row["Plan"], row["Address"]]).toEqual([facts.plan, page.url()]);
    for (const column of [
      "Partnership type",
      "Phase of education",
      "Outcome",
      "Role",
      "Years",
      "Schools",
      "Strength of evidence"
    ])
      expect(Object.keys(row)).toContain(column);
    await page.close();
  });
});
