import {zipSync} from "fflate";
import type {Published} from "./csv.ts";

/** Several files in one zip archive, packed quickly or, at 9, tightly; dated 1980 so that the same files make the same bytes. */
export function zip(path: string, members: readonly Published[], level: 1 | 9 = 1): Published {
  const files = Object.fromEntries(members.map(({path: inner, bytes}) => [inner, bytes]));
  // The archive holds local time: midnight of that day is written alike everywhere.
  return {path, bytes: Buffer.from(zipSync(files, {mtime: new Date(1980, 0, 1), os: 0, level}))};
}
