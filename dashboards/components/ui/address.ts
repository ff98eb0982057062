/** What the page's address says of a choice, or null: a view can be sent to somebody, and comes back on a reload. */
export const fromAddress = (name: string): string | null => new URLSearchParams(location.search).get(name);

/** Writes choices into the address, without a new step in the browser's history. */
export function toAddress(choices: Readonly<Record<string, string>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(choices)) url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
}
