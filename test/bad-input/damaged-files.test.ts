import {mkdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {zipSync} from "fflate";
import {describe, expect, test} from "vitest";
import {runPipeline} from "../../pipelines/run.ts";
import {
  exclusionsHeader,
  exclusionsRow,
  findFolder,
  ks4File,
  ks4Header,
  ks4National,
  ks4Row,
  lines
} from "../support/published-files.ts";
import {contents, findBySteps, lastGoodRun, refusal, refusedBySteps, runOn} from "../support/pipeline-run.ts";
import {makeZip} from "../support/zip-bytes.ts";

const name = "2018-2019_england_ks4final.csv";
const good = ks4File(ks4Row(900001), ks4Row(900002));

describe("a file that is not what its name says", () => {
  test("a web page saved as .csv is told as a page", async () => {
    const {message, fix} = await refusal({[name]: "<!DOCTYPE html>\n<html><body>Service unavailable</body></html>\n"});
    expect(message).toBe(`${name}, row 1: is a web page, not data`);
    expect(fix).toContain("download the file again");
  });

  test("a web page that starts with blank lines is told too", async () => {
    expect((await refusedBySteps({[name]: "\n\n  <html></html>"})).message).toContain("is a web page");
  });

  test("an empty file is told by its name", async () => {
    const {message, fix} = await refusedBySteps({"a/good.csv": good, [name]: ""}, {year: 2019, stage: "final"});
    expect(message).toBe(`${name}: is empty`);
    expect(fix).toContain("download the file again");
  });

  test("a header without rows is told by the file’s name", async () => {
    const {message, fix} = await refusedBySteps({[name]: lines(ks4Header)});
    expect(message).toBe(`${name}: has a header and no rows`);
    expect(fix).toContain("download the file again");
  });

  test("lines that end now in one way, now in another, are not guessed at", async () => {
    const {message, fix} = await refusedBySteps({[name]: good.replace("\n", "\r\n")});
    expect(message).toBe(`${name}: its lines do not all end alike, so where a row ends is not certain`);
    expect(fix).toContain("one kind of line end");
  });

  test("a published file whose lines end in carriage returns alone is read like any other", async () => {
    const {sources} = await findBySteps({[name]: good.replaceAll("\n", "\r")});
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].school_rows).toBe(2);
  });
});

describe("a file that is cut off", () => {
  test("a last row with a quote that is never closed is told by its row", async () => {
    const {message, fix} = await refusedBySteps({
      [name]: lines(ks4Header, ks4Row(900001)) + '1,901,4002,900002,"School 9'
    });
    expect(message).toBe(`${name}, row 3: a quote is opened and never closed`);
    expect(fix).toContain("cut off");
  });

  test("a last row that ends inside its URN is left out, and told by row", async () => {
    const {summary, sources} = await findBySteps({[name]: lines(ks4Header, ks4Row(900001)) + "1,901,4002,900"});
    expect(summary.warnings).toContain(
      `${name}, row 3: the last row ends early: the file is cut off, and the row was left out`
    );
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].school_rows).toBe(1);
  });

  test("a last row that ends before its URN is left out, and told by row", async () => {
    const {summary} = await findBySteps({[name]: lines(ks4Header, ks4Row(900001)) + "1,901"});
    expect(summary.warnings).toContain(
      `${name}, row 3: the last row ends early: the file is cut off, and the row was left out`
    );
  });

  test("a last row of exclusions that ends before its LAESTAB is left out, and told by row", async () => {
    const cut = exclusionsRow(9014002).split(",").slice(0, 8).join(",");
    const {summary} = await findBySteps({"exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001)) + cut});
    expect(summary.warnings[0]).toContain("exclusions.csv, row 3: the last row ends early");
  });

  test("a last row that ends within a number, with no national row below, is left out, and told by row", async () => {
    const whole = lines(ks4Header, ks4Row(900001), ks4Row(900002));
    const {summary, sources} = await findBySteps({[name]: whole.slice(0, -1)});
    expect(summary.warnings.join("\n")).toContain(`${name}, row 3: the last row has no line end`);
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].school_rows).toBe(1);
  });

  test("a last row without a line end is kept where it is the nation’s", async () => {
    const {summary, sources} = await findBySteps({[name]: good.slice(0, -1)});
    expect(summary.warnings).toEqual([]);
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].school_rows).toBe(2);
  });

  test("is refused by --strict, with all that is strange", async () => {
    const cut = runPipeline({
      from: await findFolder({[name]: lines(ks4Header, ks4Row(900001)) + "1,901"}),
      to: await lastGoodRun(),
      strict: true
    });
    await expect(cut).rejects.toThrow(/--strict, and this is strange\n.*row 3: the last row ends early/);
  });

  test("a row that is merely short is read, and what it lacks has a reason", async () => {
    const short = ks4Row(900002).split(",").slice(0, 9).join(",");
    const {sources} = await findBySteps({[name]: lines(ks4Header, ks4Row(900001), short, ks4National)});
    const missing = sources.find(({id}) => id === "ks4_performance")!.missing;
    expect(missing.find(({reason}) => reason === "row_ends_early")!.cells).toBe(3);
  });

  test("a performance table without national rows is warned of, not refused", async () => {
    const {summary} = await findBySteps({[name]: lines(ks4Header, ks4Row(900001))});
    expect(summary.warnings).toEqual([`${name} has no national rows: a reduced file, or one that is cut off`]);
  });
});

describe("a row longer than the header", () => {
  test("is told by its row, its column and what stands there", async () => {
    const {message, fix} = await refusedBySteps({[name]: lines(ks4Header, ks4Row(900001), `${ks4Row(900002)},7`)});
    expect(message).toBe(
      `${name}, row 3, column 13: the row has more cells than the header has names; the one beyond it holds “7”`
    );
    expect(fix).toContain("comma");
  });

  test("is told when it is longer by several cells", async () => {
    const {message} = await refusedBySteps({[name]: lines(ks4Header, ks4Row(900001), `${ks4Row(900002)},7,8,9`)});
    expect(message).toContain(`${name}, row 3`);
    expect(message).toContain("more cells than the header has names");
  });

  test("is let pass where nothing stands beyond the header", async () => {
    const {sources} = await findBySteps({[name]: lines(ks4Header, `${ks4Row(900001)},`, ks4National)});
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].school_rows).toBe(1);
  });
});

describe("an archive", () => {
  test("that unpacks to hundreds of times its size is not unpacked", async () => {
    const bomb = Buffer.from(zipSync({[name]: [Buffer.alloc(4 << 20), {level: 9}]}));
    const {message, fix} = await refusal({"tables.zip": bomb});
    expect(message).toMatch(
      /^tables\.zip: unpacks to far more than it holds: 2018-2019_england_ks4final\.csv, \d{3,4} times$/
    );
    expect(fix).toContain("do not open this archive");
  });

  test("that is no zip is told by its name", async () => {
    const {message, fix} = await refusedBySteps({"tables.zip": "not a zip at all"});
    expect(message).toContain("tables.zip: is not a readable zip");
    expect(fix).toContain("download the archive again");
  });

  test("that is cut off is told by its name", async () => {
    const whole = makeZip({[name]: good});
    const {message} = await refusedBySteps({"tables.zip": whole.subarray(0, whole.length - 30)});
    expect(message).toContain("tables.zip: is not a readable zip");
  });

  test("whose contents were altered on the way is not read", async () => {
    const bytes = makeZip({[name]: good});
    const sum = bytes.indexOf(Buffer.from("PK\x01\x02")) + 16;
    bytes.writeUInt32LE(bytes.readUInt32LE(sum) ^ 1, sum);
    const {message, fix} = await refusedBySteps({"tables.zip": bytes});
    expect(message).toBe(`tables.zip: is damaged: ${name} is not as it was packed`);
    expect(fix).toContain("download the archive again");
  });

  test.each(["../evil.csv", "a/../../evil.csv", "/evil.csv", "C:/evil.csv", "..\\evil.csv"])(
    "with the path %s, outside itself, is refused and nothing is written",
    async (path) => {
      const from = await findFolder({"tables.zip": makeZip({[name]: good, [path]: good})});
      const {message, fix} = await refusedBySteps(from);
      expect(message).toContain("tables.zip: holds a path outside itself");
      expect(fix).toContain("do not open this archive");
      expect(Object.keys(await contents(join(from, ".."))).filter((file) => file.includes("evil"))).toEqual([]);
    }
  );

  test("that is sound is read, and its members are named by archive and path", async () => {
    const {sources} = await runOn({"tables.zip": makeZip({[`2018-2019/${name}`]: good, "__MACOSX/x.csv": "x"})});
    expect(sources.find(({id}) => id === "ks4_performance")!.files.map(({file}) => file)).toEqual([
      `tables.zip › 2018-2019/${name}`
    ]);
  });
});

describe("a folder", () => {
  test("that does not exist is told by its path", async () => {
    const {message, fix} = await refusal("no-such-folder");
    expect(message).toBe("cannot read the folder no-such-folder");
    expect(fix).toContain("--from");
  });

  test("with nothing known in it says what could be put there", async () => {
    const {message, fix} = await refusedBySteps({"shopping.csv": "item,price\nbread,2\n", "notes.pdf": "x"});
    expect(message).toContain("no published file that is known in");
    expect(fix).toContain("key stage 4 performance tables");
  });

  test("that is empty is refused like one with nothing known", async () => {
    expect((await refusedBySteps({})).message).toContain("no published file that is known in");
  });

  test("with odd letters in its path is read", async () => {
    const {sources} = await findBySteps({[`O’Hara's [1] {old} 50%/${name}`]: good});
    expect(sources.find(({id}) => id === "ks4_performance")!.files).toHaveLength(1);
  });

  test("for the release that cannot be written to in the end keeps the last good release", async () => {
    const to = await lastGoodRun();
    await rm(join(to, "schools.duckdb"));
    await mkdir(join(to, "schools.duckdb", "in the way"), {recursive: true});
    const before = await contents(to);
    await expect(runPipeline({from: await findFolder({[name]: good}), to})).rejects.toThrow();
    expect(await contents(to)).toEqual(before);
  });
});
