import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {transfer} from "../../pipelines/fetch/transfer.ts";
import {emptyFolder} from "../support/published-files.ts";
import {calmContext, type CalmContext} from "../support/publishers/calm-context.ts";
import {answers, breaksOnceRead} from "../support/publishers/faults.ts";
import {startPublishers, type LocalPublishers} from "../support/publishers/server.ts";
import {stored, type Manner} from "../support/publishers/stored.ts";

const quiet = (): void => undefined;
const nothingKnown = {known: null, progress: quiet};

let folder: string;
beforeEach(async () => {
  folder = await emptyFolder();
});

/** A file that may change, served in a manner. */
async function served(manner: Manner = {}) {
  const file = {bytes: Buffer.from(Array.from({length: 1000}, (_, i) => `row ${i}\n`).join(""))};
  const local = await startPublishers((asked) => stored(asked, file.bytes, manner));
  return {file, local, url: `${local.origin}/register/a.csv`, context: calmContext(local, {spacing_ms: 0, tries: 3})};
}

/** The next download breaks off once half of the file has been written down. */
function breakHalfway(local: LocalPublishers, bytes: number) {
  let read = quiet;
  const halfWasRead = new Promise<void>((resolve) => (read = resolve));
  local.faults.push({path: /./, times: 1, act: breaksOnceRead(halfWasRead)});
  return {known: null, progress: (came: number) => (came >= Math.floor(bytes / 2) ? read() : undefined)};
}

const ranges = ({asked}: LocalPublishers): (string | undefined)[] => asked.map(({headers}) => headers["range"]);
const readBytes = async (got: Awaited<ReturnType<typeof transfer>>): Promise<Buffer> => readFile(got!.path);

/** Downloads in a run that gives up where it breaks. */
const oneTry = (url: string, {publishers}: CalmContext, options: Parameters<typeof transfer>[2] = nothingKnown) =>
  transfer(url, folder, options, calmContext({publishers}, {spacing_ms: 0, tries: 1}));

describe("transfer(url)", () => {
  test("brings the file, byte for byte", async () => {
    const {file, url, context} = await served();
    expect(await readBytes(await transfer(url, folder, nothingKnown, context))).toEqual(file.bytes);
  });

  test("goes on where it broke off, if the file is the same", async () => {
    const {file, url, context, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    expect(await readBytes(await transfer(url, folder, half, context))).toEqual(file.bytes);
    expect(ranges(local)).toEqual([undefined, `bytes=${Math.floor(file.bytes.length / 2)}-`]);
  });

  test("goes on in a later run", async () => {
    const {file, url, context, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    await expect(oneTry(url, context, half)).rejects.toMatchObject({temporary: true});
    expect(await readBytes(await oneTry(url, context))).toEqual(file.bytes);
    expect(ranges(local)[1]).toMatch(/^bytes=\d+-$/);
  });

  test("starts again if the file has changed since it broke off", async () => {
    const {file, url, context, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    await expect(oneTry(url, context, half)).rejects.toMatchObject({temporary: true});
    file.bytes = Buffer.from(file.bytes.toString().replaceAll("row", "Row"));
    expect(await readBytes(await oneTry(url, context))).toEqual(file.bytes);
  });

  test("starts again where the publisher sends no parts", async () => {
    const {file, url, context, local} = await served({ranges: false});
    const half = breakHalfway(local, file.bytes.length);
    expect(await readBytes(await transfer(url, folder, half, context))).toEqual(file.bytes);
    expect(ranges(local)).toEqual([undefined, undefined]);
  });

  test("starts again where nothing tells whether the file is the same", async () => {
    const {file, url, context, local} = await served({etag: false});
    const half = breakHalfway(local, file.bytes.length);
    expect(await readBytes(await transfer(url, folder, half, context))).toEqual(file.bytes);
    expect(ranges(local)).toEqual([undefined, undefined]);
  });

  test("starts again where the publisher goes on from another place", async () => {
    const {file, url, context, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    local.faults.push({path: /./, times: 1, act: answers(206, {"content-range": "bytes 7-9/100"}, "xyz")});
    expect(await readBytes(await transfer(url, folder, half, context))).toEqual(file.bytes);
  });

  test("starts again where the publisher has no such part", async () => {
    const {file, url, context, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    local.faults.push({path: /./, times: 1, act: answers(416)});
    expect(await readBytes(await transfer(url, folder, half, context))).toEqual(file.bytes);
  });

  test("starts again where the note of the last run was cut off", async () => {
    const {file, url, context, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    await expect(oneTry(url, context, half)).rejects.toMatchObject({temporary: true});
    const note = (await readdir(folder)).find((name) => name.endsWith(".json"))!;
    await writeFile(join(folder, note), '{"etag": "');
    expect(await readBytes(await oneTry(url, context))).toEqual(file.bytes);
  });

  test("brings nothing where the file is what it was", async () => {
    const {url, context} = await served();
    const first = await transfer(url, folder, nothingKnown, context);
    expect(await transfer(url, folder, {known: first, progress: quiet}, context)).toBeNull();
  });

  test("brings what changed since", async () => {
    const {file, url, context} = await served();
    const first = await transfer(url, folder, nothingKnown, context);
    file.bytes = Buffer.from("another file\n");
    expect(await readBytes(await transfer(url, folder, {known: first, progress: quiet}, context))).toEqual(file.bytes);
  });

  test("refuses more bytes than the limit", async () => {
    const {url, local} = await served();
    const context = calmContext(local, {file_bytes: 500});
    await expect(transfer(url, folder, nothingKnown, context)).rejects.toThrow("sends more than");
  });

  test("tells how many bytes have come, and begins at none again where it starts again", async () => {
    const {file, url, context, local} = await served({ranges: false});
    const half = breakHalfway(local, file.bytes.length);
    const seen: number[] = [];
    await transfer(url, folder, {known: null, progress: (bytes) => (seen.push(bytes), half.progress(bytes))}, context);
    expect(seen.at(-1)).toBe(file.bytes.length);
  });
});
