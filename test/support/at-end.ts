const closings: (() => unknown)[] = [];

/** Has something closed or removed once the tests of the file that runs are over, the last asked for first. */
export function atEnd(close: () => unknown): void {
  closings.push(close);
}

/** Does what was asked for by `atEnd`. test/set-up.ts calls it after every file: files may share this module. */
export async function closeAll(): Promise<void> {
  for (const close of closings.splice(0).reverse()) await close();
}
