import type {Page} from "playwright-core";

interface Axe {
  configure(spec: object): void;
  run(options: object): Promise<{violations: {id: string; impact: string; nodes: {html: string}[]}[]}>;
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What is read of an answer: axe takes long to name every node that it has nothing against. */
const BRIEFLY = {resultTypes: ["violations"], selectors: false, elementRef: false};

/** What axe finds on a page: WCAG 2.0 to 2.2, A and AA, and what it calls best practice. */
export async function findings(page: Page, axe: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(axe);
    await page.evaluate((rule) => (globalThis as unknown as {axe: Axe}).axe.configure({rules: [rule]}), {
      id: "color-contrast",
      selector: "[data-judged]"
    });
  }
  return found(page, {runOnly: RULES});
}

/** What axe finds of colours alone, where nothing else has changed since `findings`: in dark, in print. */
export const contrastFindings = (page: Page): Promise<string[]> =>
  found(page, {runOnly: {type: "rule", values: ["color-contrast"]}});

async function found(page: Page, options: object): Promise<string[]> {
  await page.evaluate(markTexts);
  const {violations} = await page.evaluate((requested) => (globalThis as unknown as {axe: Axe}).axe.run(requested), {
    ...options,
    ...BRIEFLY
  });
  return violations.map(
    ({impact, id, nodes}) => `${impact} ${id}, ${nodes.length} times: ${nodes[0].html.slice(0, 200)}`
  );
}

/**
 * Marks elements in sight that hold words themselves, for axe to judge their contrast. Of those that are alike in all that
 * contrast rests on (tag and class, letters, colours of their own and of what lies behind) it marks the one that holds
 * most, as axe does not judge a single letter: tables repeat a cell a thousand times. Words of pictures are not marked: axe
 * says of each that it cannot judge.
 */
function markTexts(): void {
  const behind = new Map<Element | null, string>([[null, ""]]);
  const describe = (element: Element | null): string => {
    if (element === null || behind.has(element)) return behind.get(element)!;
    const {backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position} = getComputedStyle(element);
    const own = [element.tagName, element.className, backgroundColor, backgroundImage, opacity, filter, mixBlendMode];
    const all = `${describe(element.parentElement)}>${[...own, position].join()}`;
    behind.set(element, all);
    return all;
  };
  const most = new Map<string, {element: Element; length: number}>();
  for (const element of document.body.querySelectorAll("*")) {
    const words = [...element.childNodes].filter(({nodeType}) => nodeType === Node.TEXT_NODE);
    const length = words.map(({textContent}) => textContent!.trim()).join("").length;
    const isField = element.matches("input, select, textarea");
    if ((length === 0 && !isField) || element.closest("svg") || !element.checkVisibility({visibilityProperty: true}))
      continue;
    const {color, fontSize, fontWeight, textShadow} = getComputedStyle(element);
    const letters = [color, fontSize, fontWeight, textShadow, element.matches(":disabled, [aria-disabled]")];
    const alike = `${describe(element)} ${letters.join()}`;
    if (length > (most.get(alike)?.length ?? -1)) most.set(alike, {element, length});
  }
  for (const element of document.querySelectorAll("[data-judged]")) element.removeAttribute("data-judged");
  for (const {element} of most.values()) element.setAttribute("data-judged", "");
}

/** Texts of charts that leave the window or their own picture, or lie on one another. */
export const textFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const svg of document.querySelectorAll("svg[role=img]")) {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")]
        .flatMap((text) => (text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text]))
        .map((text) => ({words: text.textContent.trim(), box: text.getBoundingClientRect()}))
        .filter(({words}) => words !== "");
      for (const [i, {words, box}] of texts.entries()) {
        const out = box.left < frame.left - 1 || box.right > frame.right + 1;
        if (out || box.top < frame.top - 2 || box.bottom > frame.bottom + 2 || box.right > innerWidth) {
          faults.push(`cut off: “${words}”`);
        }
        for (const other of texts.slice(i + 1)) {
          const isApart = box.right <= other.box.left + 1 || other.box.right <= box.left + 1;
          const above = box.bottom <= other.box.top + 3 || other.box.bottom <= box.top + 3;
          if (!isApart && !above) faults.push(`“${words}” lies on “${other.words}”`);
        }
      }
    }
    return faults;
  });
