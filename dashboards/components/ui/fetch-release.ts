/** A file of the release that could not be opened, in words for a reader. */
export class NotOpened extends Error {
  override name = "NotOpened";
}

/** A file that this release does not hold. */
export class NotThere extends NotOpened {}

const opened = new Map<string, Promise<unknown>>();

/**
 * A file of the release that pages open one at a time: “results/TYPE-PHASE-MEASURE.json.gz”. Asked for
 * once, however often it is wanted; after a failure the next call asks again. Throws NotOpened.
 */
export function fetchRelease<T>(path: string): Promise<T> {
  const found = opened.get(path) ?? request(path);
  opened.set(path, found);
  found.catch(() => opened.delete(path));
  return found as Promise<T>;
}

/** The page that a worker, which has none itself, works for; null in a page. */
let page: string | null = null;

/** Has a worker look for the release where the page that started it does. */
export const fetchFor = (address: string): void => void (page = address);

/** Where a file of the release is, from the page that is open. */
export const releaseAddress = (path: string): string => new URL(`./release/${path}`, page ?? document.baseURI).href;

async function request(path: string): Promise<unknown> {
  const response = await fetch(releaseAddress(path)).catch((cause: unknown) => {
    throw new NotOpened("This part of the page could not be fetched. You may be offline.", {cause});
  });
  if (response.status === 404) throw new NotThere("This release holds nothing for that choice.");
  if (!response.ok) throw new NotOpened(`The site answered with an error (${response.status}).`);
  return readCompressed(response).catch((cause: unknown) => {
    throw new NotOpened("What the site sent was cut off or is not what was asked for.", {cause});
  });
}

/** What a compressed file holds. Some hosts send it uncompressed already, saying so or not. */
async function readCompressed(response: Response): Promise<unknown> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const [first, second] = bytes;
  if (first !== 0x1f || second !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
  const {readable, writable} = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const [text] = await Promise.all([readText(readable), writer.write(bytes), writer.close()]);
  return JSON.parse(text);
}

/** Read chunk by chunk: through a Response, where it would be one line, a large file takes twice the time. */
async function readText(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read())
    text += decoder.decode(part.value, {stream: true});
  return text + decoder.decode();
}
