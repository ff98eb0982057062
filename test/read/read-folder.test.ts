import {readFile} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import {decode, detectEncoding} from "../../pipelines/read/decode.ts";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import type {FilesRead} from "../../pipelines/read/published-file.ts";
import {readSources} from "../../pipelines/sources.ts";
import {emptyFolder, findFolder, ks4File, ks4Header, ks4Row, lines, type Files} from "../support/published-files.ts";
import {makeZip} from "../support/zip-bytes.ts";

const sources = await readSources();
const drawIntake = async (files: Files): Promise<FilesRead> =>
  readFolderFiles(await findFolder(files), sources, {work: await emptyFolder(), said: {}});

const name = "2018-2019_england_ks4final.csv";
const good = ks4File(ks4Row(900001));

describe("detectEncoding(bytes, file)", () => {
  test.each([
    ["plain letters", Buffer.from("Ash"), "utf-8"],
    ["UTF-8", Buffer.from("Lycée Élan"), "utf-8"],
    ["UTF-8 with its mark", Buffer.from("\ufeffAsh"), "utf-8"],
    ["é as one byte", Buffer.from([0x4c, 0xe9]), "windows-1252"],
    ["a curly apostrophe as one byte", Buffer.from([0x74, 0x92, 0x73]), "windows-1252"],
    ["a dash as one byte", Buffer.from([0x20, 0x96, 0x20]), "windows-1252"]
  ])("%s", (_, bytes, encoding) => {
    expect(detectEncoding(bytes, "x.csv")).toBe(encoding);
  });
});

describe("decode(bytes, encoding)", () => {
  test("reads the dashes and quotes of windows-1252, not the control characters of Latin-1", () => {
    const bytes = Buffer.from([0x74, 0x92, 0x73, 0x20, 0x96, 0x20, 0xe9, 0x93, 0x94, 0x80]);
    expect(decode(bytes, "windows-1252")).toBe("t’s – é“”€");
  });
});

describe("readFolderFiles(folder, sources)", () => {
  test("knows a file by its header, whatever it is called", async () => {
    const {files} = await drawIntake({"2018-2019 final download (1).csv": good});
    expect(files.map(({source, year, stage}) => [source.id, year, stage])).toEqual([
      ["ks4_performance", 2019, "final"]
    ]);
  });

  test("reads a header with a mark before it, and quoted names", async () => {
    const quoted = ks4Header
      .split(",")
      .map((cell) => `"${cell}"`)
      .join(",");
    const {files} = await drawIntake({[name]: `\ufeff${lines(quoted, ks4Row(900001))}`});
    expect(files[0].header).toEqual(ks4Header.split(","));
  });

  test("decodes what is not UTF-8 into a copy that is", async () => {
    const {files} = await drawIntake({[name]: Buffer.from(good.replace("School 900001", "Lycée Élan"), "latin1")});
    expect(files[0].encoding).toBe("windows-1252");
    expect(await readFile(files[0].text, "utf8")).toContain("Lycée Élan");
  });

  test("leaves out a copy, and refuses one that has the name of another year: which is right, nobody can see", async () => {
    const {files, copies} = await drawIntake({[name]: good, "again/2018-2019_england_ks4final.csv": good});
    expect([files.length, copies.length]).toEqual([1, 1]);
    const renamed = drawIntake({[name]: good, "2016-2017_england_ks4final.csv": good});
    await expect(renamed).rejects.toThrow(/its name says 2018\/19, the other 2016\/17/);
    await expect(renamed).rejects.toThrow(expect.objectContaining({fix: expect.stringContaining("download both")}));
  });

  test("finds files at any depth, in folders and archives", async () => {
    const {files} = await drawIntake({
      [`a/b/c/${name}`]: good,
      "d/2017-2018.zip": makeZip({"deep/down/england_ks4final.csv": ks4File(ks4Row(900002))})
    });
    expect(files.map(({file, year}) => [file, year])).toEqual([
      [`a/b/c/${name}`, 2019],
      ["d/2017-2018.zip › deep/down/england_ks4final.csv", 2018]
    ]);
  });

  test("gives files in the order of their paths", async () => {
    const {files} = await drawIntake({
      "2018-2019_b_ks4final.csv": ks4File(ks4Row(900002)),
      "2018-2019_a_ks4final.csv": good
    });
    expect(files.map(({file}) => file)).toEqual(["2018-2019_a_ks4final.csv", "2018-2019_b_ks4final.csv"]);
  });

  test("reads an archive inside an archive as nothing, and says so", async () => {
    const {unknown} = await drawIntake({[name]: good, "outer.zip": makeZip({"inner.zip": makeZip({[name]: good})})});
    expect(unknown).toEqual([
      {file: "outer.zip › inner.zip", why: "an archive inside an archive: unpack it, if it holds published files"}
    ]);
  });

  test("reads a file without an ending", async () => {
    expect((await drawIntake({"2018-2019_england_ks4final": good})).files).toHaveLength(1);
  });

  test("keeps the sum of the bytes as they were published", async () => {
    const {files} = await drawIntake({
      [name]: good,
      "z.zip": makeZip({"2017-2018_ks4final.csv": ks4File(ks4Row(900002))})
    });
    expect(new Set(files.map(({sha256}) => sha256)).size).toBe(2);
    expect(files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("holds a metadata file against the data file of its name", async () => {
    const {metadata} = await drawIntake({
      [name]: good,
      [name.replace(".csv", ".meta.csv")]: lines("col_name,col_type", "tpup,Indicator", "Gone,Filter")
    });
    expect(metadata).toEqual([{file: name.replace(".csv", ".meta.csv"), of: name, lacks: ["Gone"]}]);
  });
});
