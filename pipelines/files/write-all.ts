import {writePart} from "./write-part.ts";

/** The name of a part, without its ending, and its text. */
export type Part = readonly [name: string, text: string];

/**
 * Writes parts to a folder as `writePart` does, a few at once: while threads compress, the next is made. Resolves once
 * all are written; throws the first fault, and then takes no further part.
 */
export async function writeAll(
  folder: string,
  parts: AsyncIterable<Part> | Iterable<Part>,
  {atOnce = 4, write = writePart} = {}
): Promise<void> {
  const going = new Set<Promise<void>>();
  const faults: unknown[] = [];
  for await (const [name, text] of parts) {
    const one = write(folder, name, text)
      .catch((fault: unknown) => void faults.push(fault))
      .finally(() => going.delete(one));
    going.add(one);
    while (going.size >= atOnce) await Promise.race(going);
    if (faults.length > 0) break;
  }
  await Promise.all(going);
  if (faults.length > 0) throw faults[0];
}
