/** What the page's address says of a choice, or null: a view can be sent to somebody, and comes back on a reload. */
export const fromAddress = (name: string): string | null => new URLSearchParams(location.search).get(name);

/**
 * Writes choices into the address as a new step of the browser's history, so that Back undoes them; without a step where
 * `step` is false, as for each letter of a search. The way through the site then leads to other pages with the same choices.
 */
export function toAddress(choices: Readonly<Record<string, string>>, {step = true} = {}): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(choices)) url.searchParams.set(name, value);
  if (url.href !== location.href) history[step ? "pushState" : "replaceState"](history.state, "", url);
  seen = location.search;
  carryChoices();
}

/** Choices that several pages know. */
const CARRIED = ["measure", "partnership_type", "phase", "role"];

/** Gives the links of the menu that lead to pages with choices those of this page’s address. */
export function carryChoices(): void {
  const here = new URLSearchParams(location.search);
  const carried = CARRIED.flatMap((name) => {
    const value = here.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a[data-chooses]")) {
    const url = new URL(link.href);
    url.search = new URLSearchParams(carried.map(([name, value]) => [name, value])).toString();
    link.href = url.href;
  }
}

const listeners: {dependent: Element; listen: () => void}[] = [];
/** What was chosen when it was last looked at: a link to a part of the page is a step of the history too, and chooses nothing. */
let seen: string | null = null;

/** Calls back when the reader goes back or forth to other choices, as long as the element that depends on them is on the page. */
export function onHistory(dependent: Element, listen: () => void): void {
  if (seen === null) addEventListener("popstate", hear);
  seen = location.search;
  listeners.push({dependent, listen});
}

function hear(): void {
  if (location.search === seen) return;
  seen = location.search;
  carryChoices();
  for (const {listen} of listeners.filter((d) => d.dependent.isConnected)) listen();
}
