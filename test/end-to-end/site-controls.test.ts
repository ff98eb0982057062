import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test, type ExpectStatic} from "vitest";
import {drawn, type Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {PAGES} from "../support/site-pages.ts";

const WIDE: Look = {width: 1280, scheme: "light"};
const CHOICES = "main :is(select[name], input[type=radio][name])";

/** Names of the controls in sight that choose one of several. */
const findControls = async (page: Page): Promise<string[]> => [
  ...new Set(
    await page
      .locator(CHOICES)
      .filter({visible: true})
      .evaluateAll((controls) => controls.map((control) => (control as HTMLSelectElement).name))
  )
];

const chosen = (page: Page, name: string): Promise<string> =>
  page.locator(`main [name="${name}"]:is(select, :checked)`).first().inputValue();

/** Chooses something other than what is chosen; null where there is no other. */
async function chooseAnother(page: Page, name: string): Promise<string | null> {
  const now = await chosen(page, name);
  const menu = page.locator(`main select[name="${name}"]`);
  const isMenu = (await menu.count()) > 0;
  const values = isMenu
    ? await menu.locator("option").evaluateAll((options) => options.map((d) => (d as HTMLOptionElement).value))
    : await page
        .locator(`main input[type=radio][name="${name}"]`)
        .evaluateAll((buttons) => buttons.map((d) => (d as HTMLInputElement).value));
  const other = values.find((value) => value !== now && value !== "");
  if (other === undefined) return null;
  if (isMenu) await menu.selectOption(other);
  else await page.locator(`main input[type=radio][name="${name}"][value="${other}"]`).check();
  await drawn(page);
  return other;
}

/** Chooses something else in every control: the address has each choice, and a reload finds them all. */
async function expectKept(page: Page, sure: ExpectStatic): Promise<void> {
  for (const control of await findControls(page)) {
    const value = await chooseAnother(page, control);
    if (value === null) continue;
    sure(new URL(page.url()).searchParams.get(control), control).toBe(value);
  }
  const before = await findControls(page);
  const values = await Promise.all(before.map((control) => chosen(page, control)));
  await page.reload({waitUntil: "load"});
  await drawn(page);
  sure(await Promise.all(before.map((control) => chosen(page, control)))).toEqual(values);
}

describe.skipIf(skipped)(`every control in a browser${why}`, () => {
  let site: OpenSite;

  beforeAll(async () => {
    site = await openSite({together: true});
  });
  afterAll(() => site?.close());

  test.concurrent.for(PAGES)(
    "of %s is reached by keyboard, is kept in the address, and is there again after a reload",
    {timeout: 240_000},
    async (name, {expect: sure}) => {
      const {page, faults} = await site.visit(name, WIDE);
      const wanted = new Set(await findControls(page));
      const numbers = page.getByRole("button", {name: "Show the numbers"});
      if ((await numbers.count()) > 0) wanted.add("Show the numbers");
      const reached: string[] = [];
      for (let i = 0; i < 400 && (i === 0 || [...wanted].some((control) => !reached.includes(control))); i++) {
        await page.keyboard.press("Tab");
        reached.push(
          await page.evaluate(() => {
            const at = document.activeElement as HTMLInputElement;
            return at.name || at.textContent.trim();
          })
        );
      }
      sure(reached[0]).toBe("Skip to the content");
      sure([...wanted].filter((control) => !reached.includes(control))).toEqual([]);
      if (wanted.has("Show the numbers")) {
        await numbers.first().focus();
        await page.keyboard.press("Enter");
        sure(await page.locator(".numbers table").first().isVisible()).toBe(true);
      }
      // What is said of a list of one’s own stands after the “#” with the list: the rest of an address is sent to the server.
      if (name !== "your-schools") await expectKept(page, sure);
      sure(faults).toEqual([]);
      await page.close();
    }
  );

  test("a picture that is taken away stands alone, with its title and its caveats", async () => {
    const {page} = await site.visit("comparators", {width: 1280, scheme: "dark"});
    const figure = page.locator("figure").first();
    const title = await figure.locator(".title").innerText();
    const take = async (partnership_type: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        figure.getByRole("button", {name: `Download (${partnership_type})`}).click()
      ]);
      const stream = await download.createReadStream();
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      return Buffer.concat(parts);
    };
    const svg = (await take("SVG")).toString();
    for (const word of title.split(" ")) expect(svg).toContain(word);
    expect(svg).toContain("How to read it.");
    expect(svg).toContain("Invented schools.");
    expect(svg).not.toContain("var(--");
    expect((await take("PNG")).subarray(1, 4).toString()).toBe("PNG");
    expect((await take("CSV")).toString().split("\r\n").length).toBeGreaterThan(2);
    await page.close();
  });
});
