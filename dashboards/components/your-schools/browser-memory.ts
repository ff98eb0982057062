/**
 * What this browser keeps under a name; null where it keeps nothing, also where it may not keep anything: by a setting,
 * or in a window that forgets.
 */
export const recall = (name: string): string | null => attempt(() => localStorage.getItem(name), null);

/** Keeps a text in this browser alone. Returns whether it could: it may not, or be full. */
export const remember = (name: string, text: string): boolean =>
  attempt(() => {
    localStorage.setItem(name, text);
    return true;
  }, false);

/** Forgets what is kept under every name that begins so. */
export const forget = (start: string): void =>
  attempt(() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(start)) localStorage.removeItem(name);
  }, undefined);

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return otherwise;
  }
}
