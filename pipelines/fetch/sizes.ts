import {PublisherError} from "./publisher-error.ts";

/**
 * What to say of a file’s size beside the last one of its kind: nothing within
 * a fifth; a note beyond. Throws a PublisherError for less than half or more
 * than twice, unless any size will do: a file cut off, or another one, is the
 * likelier reason.
 */
export function noteOnSize(
  bytes: number,
  last: {path: string; bytes: number} | undefined,
  {path, any_size}: {path: string; any_size: boolean}
): string[] {
  if (!last || last.bytes === 0) return [];
  const ratio = bytes / last.bytes;
  const sizes = `${bytes} bytes, where ${last.path} had ${last.bytes}`;
  if ((ratio < 0.5 || ratio > 2) && !any_size) {
    throw new PublisherError(`${path} has ${sizes}`, {
      fix: "look at it on the publisher’s page; if that is how it is now, run again with --any-size"
    });
  }
  return Math.abs(ratio - 1) > 0.2 ? [sizes] : [];
}
