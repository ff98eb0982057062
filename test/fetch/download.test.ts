import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {download} from "../../pipelines/fetch/download.ts";
import {emptyFolder} from "../support/published-files.ts";
import {calmWorld, type CalmWorld} from "../support/publishers/calm-world.ts";
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
  return {file, local, url: `${local.origin}/register/a.csv`, world: calmWorld(local, {spacing_ms: 0, tries: 3})};
}

/** The next download breaks off once half of the file has been written down. */
function breakHalfway(local: LocalPublishers, bytes: number) {
  let read = quiet;
  const halfWasRead = new Promise<void>((resolve) => (read = resolve));
  local.faults.push({path: /./, times: 1, act: breaksOnceRead(halfWasRead)});
  return {known: null, progress: (came: number) => (came >= Math.floor(bytes / 2) ? read() : undefined)};
}

const ranges = ({asked}: LocalPublishers): (string | undefined)[] => asked.map(({headers}) => headers["range"]);
const bytesOf = async (got: Awaited<ReturnType<typeof download>>): Promise<Buffer> => readFile(got!.path);

/** Downloads in a run that gives up where it breaks. */
const oneTry = (url: string, {publishers}: CalmWorld, options: Parameters<typeof download>[2] = nothingKnown) =>
  download(url, folder, options, calmWorld({publishers}, {spacing_ms: 0, tries: 1}));

describe("download(url)", () => {
  test("brings the file, byte for byte", async () => {
    const {file, url, world} = await served();
    expect(await bytesOf(await download(url, folder, nothingKnown, world))).toEqual(file.bytes);
  });

  test("goes on where it broke off, if the file is the same", async () => {
    const {file, url, world, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    expect(await bytesOf(await download(url, folder, half, world))).toEqual(file.bytes);
    expect(ranges(local)).toEqual([undefined, `bytes=${Math.floor(file.bytes.length / 2)}-`]);
  });

  test("goes on in a later run", async () => {
    const {file, url, world, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    await expect(oneTry(url, world, half)).rejects.toMatchObject({temporary: true});
    expect(await bytesOf(await oneTry(url, world))).toEqual(file.bytes);
    expect(ranges(local)[1]).toMatch(/^bytes=\d+-$/);
  });

  test("starts again if the file has changed since it broke off", async () => {
    const {file, url, world, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    await expect(oneTry(url, world, half)).rejects.toMatchObject({temporary: true});
    file.bytes = Buffer.from(file.bytes.toString().replaceAll("row", "Row"));
    expect(await bytesOf(await oneTry(url, world))).toEqual(file.bytes);
  });

  test("starts again where the publisher sends no parts", async () => {
    const {file, url, world, local} = await served({ranges: false});
    const half = breakHalfway(local, file.bytes.length);
    expect(await bytesOf(await download(url, folder, half, world))).toEqual(file.bytes);
    expect(ranges(local)).toEqual([undefined, undefined]);
  });

  test("starts again where nothing tells whether the file is the same", async () => {
    const {file, url, world, local} = await served({etag: false});
    const half = breakHalfway(local, file.bytes.length);
    expect(await bytesOf(await download(url, folder, half, world))).toEqual(file.bytes);
    expect(ranges(local)).toEqual([undefined, undefined]);
  });

  test("starts again where the publisher goes on from another place", async () => {
    const {file, url, world, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    local.faults.push({path: /./, times: 1, act: answers(206, {"content-range": "bytes 7-9/100"}, "xyz")});
    expect(await bytesOf(await download(url, folder, half, world))).toEqual(file.bytes);
  });

  test("starts again where the publisher has no such part", async () => {
    const {file, url, world, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    local.faults.push({path: /./, times: 1, act: answers(416)});
    expect(await bytesOf(await download(url, folder, half, world))).toEqual(file.bytes);
  });

  test("starts again where the note of the last run was cut off", async () => {
    const {file, url, world, local} = await served();
    const half = breakHalfway(local, file.bytes.length);
    await expect(oneTry(url, world, half)).rejects.toMatchObject({temporary: true});
    const note = (await readdir(folder)).find((name) => name.endsWith(".json"))!;
    await writeFile(join(folder, note), '{"etag": "');
    expect(await bytesOf(await oneTry(url, world))).toEqual(file.bytes);
  });

  test("brings nothing where the file is what it was", async () => {
    const {url, world} = await served();
    const first = await download(url, folder, nothingKnown, world);
    expect(await download(url, folder, {known: first, progress: quiet}, world)).toBeNull();
  });

  test("brings what changed since", async () => {
    const {file, url, world} = await served();
    const first = await download(url, folder, nothingKnown, world);
    file.bytes = Buffer.from("another file\n");
    expect(await bytesOf(await download(url, folder, {known: first, progress: quiet}, world))).toEqual(file.bytes);
  });

  test("refuses more bytes than the limit", async () => {
    const {url, local} = await served();
    const world = calmWorld(local, {file_bytes: 500});
    await expect(download(url, folder, nothingKnown, world)).rejects.toThrow("sends more than");
  });

  test("tells how many bytes have come, and begins at none again where it starts again", async () => {
    const {file, url, world, local} = await served({ranges: false});
    const half = breakHalfway(local, file.bytes.length);
    const seen: number[] = [];
    await download(url, folder, {known: null, progress: (bytes) => (seen.push(bytes), half.progress(bytes))}, world);
    expect(seen.at(-1)).toBe(file.bytes.length);
  });
});
