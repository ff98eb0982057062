import {join} from "node:path";
import {expect, test} from "vitest";
import {readList} from "../../pipelines/read/read-list.ts";
import {findFolder} from "../support/published-files.ts";

const read = async (bytes: Buffer) => (await readList(join(await findFolder({"m.csv": bytes}), "m.csv"))).text;

test("a list is read as UTF-8, and as windows-1252 where it is not that", async () => {
  expect(await read(Buffer.from("Mêr – “Môr”"))).toBe("Mêr – “Môr”");
  expect(await read(Buffer.from([0x4d, 0xea, 0x72, 0x20, 0x96]))).toBe("Mêr –");
});

test("a list is read as UTF-16 where its first bytes say so", async () => {
  expect(await read(Buffer.from("\ufeffurn\n900001", "utf16le"))).toBe("urn\n900001");
});

test("what is no text is not refused here, so that it can be told what it is", async () => {
  expect(await read(Buffer.from("PK\u0003\u0004\0"))).toBe("PK\u0003\u0004\0");
});
