import {expect, test} from "vitest";
import {crc32, refuseDamagedParts} from "../../src/your-schools/check-parts.ts";
import {readFile} from "../../src/your-schools/read-file.ts";
import {makeRow, makeWorkbook} from "../support/workbook-bytes.ts";

const workbook = () => makeWorkbook({Schools: makeRow(1, "URN") + makeRow(2, 900001)});

test("the sum of bytes is CRC-32", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

test("a workbook with a part whose sum is another is refused, and the part is named", async () => {
  const bytes = Uint8Array.from(workbook());
  expect(await readFile(bytes)).toHaveProperty("sheets");
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) bytes[at + 16] ^= 1;
  expect(await readFile(bytes)).toEqual({
    problem: expect.stringMatching(
      /^This workbook cannot be read: its part xl\/[\w/.]+ is damaged\. Save it again/
    ) as string
  });
});

test("what is no archive, or has no such part, is left to others to refuse", () => {
  const part = new Uint8Array([1, 2]);
  for (const archive of [new Uint8Array(), new Uint8Array(40), Uint8Array.from(workbook())])
    expect(() => refuseDamagedParts(archive, {"other.xml": part})).not.toThrow();
});
