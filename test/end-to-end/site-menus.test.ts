import {group} from "d3";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {drawn, type Look} from "../support/browser.ts";
import {openSite, skipped, why, type OpenSite} from "../support/open-site.ts";
import {PAGES} from "../support/site-pages.ts";

const WIDE: Look = {width: 1280, scheme: "light"};

interface Choice {
  name: string;
  value: string;
  isMenu: boolean;
  isChosen: boolean;
}

/** Every choice of every menu and row of buttons in sight. */
const listChoices = (page: Page): Promise<Choice[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLSelectElement | HTMLInputElement>("main :is(select, input[type=radio])[name]")]
      .filter((control) => control.closest("form")!.checkVisibility())
      .flatMap((control): Choice[] =>
        control instanceof HTMLSelectElement
          ? [...control.options].map(({value, selected}) => ({
              name: control.name,
              value,
              isMenu: true,
              isChosen: selected
            }))
          : [{name: control.name, value: control.value, isMenu: false, isChosen: control.checked}]
      )
  );

async function choose(page: Page, {name, value, isMenu}: Choice): Promise<void> {
  if (isMenu) await page.evaluate(chooseOption, [name, value] as const);
  else await page.locator(`main input[type=radio][name="${name}"][value="${value}"]`).first().check();
  await drawn(page);
}

/** Chooses in a menu, run in the page: many of them are walked, and each way from here to there and back takes its time. */
function chooseOption([name, value]: readonly [string, string]): void {
  const menu = document.querySelector<HTMLSelectElement>(`main select[name="${name}"]`)!;
  const option = [...menu.options].find((one) => one.value === value)!;
  if (menu.disabled || option.disabled || !menu.checkVisibility({visibilityProperty: true}))
    throw new Error(`${name}: ${value} cannot be chosen`);
  menu.focus();
  menu.value = value;
  menu.dispatchEvent(new Event("input", {bubbles: true}));
  menu.dispatchEvent(new Event("change", {bubbles: true}));
}

/** What is wrong with the page after a choice: answers with nothing in them, and choices without a result that the page does not explain. */
const findFaults = (page: Page, {name, value}: Choice): Promise<{faults: string[]; hasResult: boolean}> =>
  page.evaluate(
    ([name, value]) => {
      const faults = [];
      for (const answer of document.querySelectorAll<HTMLElement>("main .answer"))
        if (answer.innerText.trim().length < 12) faults.push("an empty answer");
      const text = document.querySelector<HTMLElement>("main")!.innerText;
      if (/\bundefined\b|\[object |\bNaN\b/.test(text)) faults.push("a word that is none");
      const chosen = document.querySelector<HTMLElement>(
        `main :is(select[name="${name}"] option[value="${CSS.escape(value)}"], input[name="${name}"][value="${CSS.escape(value)}"])`
      );
      const hasResult = !chosen?.classList.contains("none");
      if (chosen && !hasResult) {
        const label = chosen instanceof HTMLOptionElement ? chosen.textContent : chosen.nextElementSibling!.textContent;
        if (!/\(none: .{10,}\)|\(no result\)/.test(label)) faults.push(`${label} does not say why it is grey`);
        const why =
          /Why there is nothing|Nothing to compare|No [a-z ]+ has a result|There is no|cannot be said|without a result|no outcome/i;
        if (!why.test(text)) faults.push("no reason on the page");
      }
      return {faults, hasResult};
    },
    [name, value] as const
  );

describe.skipIf(skipped)(`menus in a browser${why}`, () => {
  let site: OpenSite;

  beforeAll(async () => {
    site = await openSite({together: true});
  });
  afterAll(() => site?.close());

  /** Choices walked: how many show a result, and how many the reason why there is none. */
  const walked = {result: 0, reason: 0};

  test.concurrent.for(PAGES)(
    "no choice of %s leads to an empty page",
    {timeout: 300_000},
    async (name, {expect: sure}) => {
      const {page, faults} = await site.visit(name, WIDE);
      const choices = await listChoices(page);
      // What is chosen at first comes last of its control: the next control is then as it was.
      for (const mine of group(choices, (d) => d.name).values())
        for (const choice of [...mine].sort((a, b) => Number(a.isChosen) - Number(b.isChosen))) {
          await choose(page, choice);
          const found = await findFaults(page, choice);
          sure(found.faults, `${choice.name}: ${choice.value}`).toEqual([]);
          walked[found.hasResult ? "result" : "reason"]++;
        }
      sure(faults).toEqual([]);
      await page.close();
    }
  );

  test("choices of both sorts were walked", () => {
    expect(walked.result).toBeGreaterThan(100);
    expect(walked.reason).toBeGreaterThan(10);
  });

  test("what has no result is grey, says why, and is counted", async () => {
    const {page} = await site.visit("index", WIDE);
    const options = page.locator("select[name=measure] option");
    const grey = await page.locator("select[name=measure] option.none").allTextContents();
    expect(grey.length).toBeGreaterThan(0);
    for (const label of grey) expect(label).toMatch(/ \(none: .+\)$/);
    const all = await options.count();
    expect(await page.locator("#about-measure").innerText()).toBe(
      `${all - grey.length} of ${all} have a result with the other choices.`
    );
    await page.close();
  });

  test("a choice is a step of the history, and Back undoes it", async () => {
    const {page} = await site.visit("index", WIDE);
    const menu = page.locator("select[name=measure]");
    const first = await menu.inputValue();
    const lead = page.locator(".lead").first();
    const said = await lead.innerText();
    const values = await menu
      .locator("option:not(.none)")
      .evaluateAll((all) => all.map((d) => (d as HTMLOptionElement).value));
    const second = values.find((value) => value !== first)!;
    await menu.selectOption(second);
    await drawn(page);
    const changed = await lead.innerText();
    expect(changed).not.toBe(said);
    await page.goBack();
    await drawn(page);
    expect([await menu.inputValue(), await lead.innerText()]).toEqual([first, said]);
    await page.goForward();
    await drawn(page);
    expect([await menu.inputValue(), await lead.innerText()]).toEqual([second, changed]);
    await page.close();
  });

  test("choices go along to the next page", async () => {
    const {page} = await site.visit("index", WIDE);
    const choices = await listChoices(page);
    const phase = choices.find(({name, value}) => name === "phase" && value === "secondary")!;
    await choose(page, phase);
    const type = await page.locator("select[name=partnership_type]").inputValue();
    const measure = await page.locator("select[name=measure]").inputValue();
    await page.locator("nav.wide a", {hasText: "Comparators"}).click();
    await page.waitForURL(/comparators/);
    await drawn(page);
    expect([
      await page.locator("select[name=measure]").inputValue(),
      await page.locator("select[name=partnership_type]").inputValue(),
      await page.locator("input[name=phase]:checked").inputValue()
    ]).toEqual([measure, type, "secondary"]);
    await page.close();
  });

  test.each([
    ["?measure=no_such_outcome&phase=primary", "outcome “no_such_outcome”"],
    ["time?partnership_type=guild", "partnership type “guild”"],
    ["types?series=none.at_all", "national series “none.at_all”"],
    ["partnerships?region=Atlantis", "region “Atlantis”"]
  ])("an address that asks for what nobody knows says so: %s", async (address, words) => {
    const {page} = await site.go(address, WIDE);
    expect(await page.locator(".unknown").innerText()).toContain(words);
    await page.close();
  });
});
