import {execFileSync} from "node:child_process";
import {symlink} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {readSources} from "../../pipelines/sources.ts";
import {emptyFolder, findFolder, ks4File, ks4Row, type Files} from "../support/published-files.ts";
import {runOn} from "../support/pipeline-run.ts";

const sources = await readSources();
const name = "2018-2019_england_ks4final.csv";
const good = ks4File(ks4Row(900001));

const drawIntake = async (from: string) => readFolderFiles(from, sources, {work: await emptyFolder(), said: {}});

/** What is said of a folder that holds one good file and others. */
const leftOut = async (others: Files): Promise<Record<string, string>> => {
  const {files, unknown} = await drawIntake(await findFolder({[name]: good, ...others}));
  expect(files.map(({file}) => file)).toContain(name);
  return Object.fromEntries(unknown.map(({file, why}) => [file, why]));
};

describe("a file of another kind in the folder", () => {
  const noText = Buffer.from([0x50, 0x41, 0x52, 0x31, 0, 0, 1]);
  test.each([
    ["absence.parquet", noText],
    ["schools.duckdb", Buffer.concat([Buffer.alloc(8), Buffer.from("DUCK")])],
    ["areas.geojson", '{"type": "FeatureCollection", "features": []}'],
    ["plan.numbers", Buffer.from("PK\x03\x04\0\0", "latin1")],
    ["a talk.mp4", Buffer.from([0, 0, 0, 0x18, 0x66, 0x74])],
    ["page.html", "<html><body>no data</body></html>"],
    ["notes.md", "# what we did\n\nwe asked the schools"],
    ["core", noText],
    ["nothing", ""],
    ["letter.docx.", Buffer.from("PK\x03\x04\0\0", "latin1")],
    ["report.pdf", "%PDF-1.7 but in letters"]
  ])("%s is left out, and named", async (file, content) => {
    expect(await leftOut({[file]: content})).toEqual({[file]: "not a CSV file"});
  });

  test("the lock of an open workbook is named as one", async () => {
    const said = await leftOut({"~$AAR_2021-22_download.xlsx": Buffer.from("\u0005Name of a person")});
    expect(said).toEqual({"~$AAR_2021-22_download.xlsx": expect.stringContaining("still open")});
  });

  test.each(["2018-2019_england_ks4final.csv.download", "2018-2019_england_ks4final.data"])(
    "%s is read for what it holds, whatever its ending",
    async (file) => {
      const {files} = await drawIntake(await findFolder({[file]: good}));
      expect(files.map(({source}) => source.id)).toEqual(["ks4_performance"]);
    }
  );
});

describe("what is no file at all", () => {
  test("a pipe is left out and named, and nobody waits for it", async () => {
    const from = await findFolder({[name]: good});
    execFileSync("mkfifo", [join(from, "2017-2018_england_ks4final.csv")]);
    const {unknown} = await drawIntake(from);
    expect(unknown).toEqual([{file: "2017-2018_england_ks4final.csv", why: "a pipe, socket or device, not a file"}]);
  });

  test("links to files are followed; links in a circle, to nowhere and to folders are named", async () => {
    const from = await findFolder({[name]: good});
    const other = await findFolder({"2017-2018_england_ks4final.csv": ks4File(ks4Row(900002))});
    await symlink(join(other, "2017-2018_england_ks4final.csv"), join(from, "2017-2018_england_ks4final.csv"));
    await symlink("circle.csv", join(from, "circle.csv"));
    await symlink("gone.csv", join(from, "nowhere.csv"));
    await symlink(from, join(from, "myself"));
    const {files, unknown} = await drawIntake(from);
    expect(files.map(({file}) => file)).toEqual(["2017-2018_england_ks4final.csv", name]);
    expect(unknown).toEqual([
      {file: "circle.csv", why: "a link that leads in a circle"},
      {file: "myself", why: "a link to a folder that it lies in"},
      {file: "nowhere.csv", why: "a link that leads nowhere"}
    ]);
  });
});

test("a folder for results that no database can be kept in is refused by its name", async () => {
  await expect(runOn({[name]: good}, {}, "what?")).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/what\?: the database cannot be kept in a folder with a “\?” in its path/)
  });
});

test.each(["year=2019", "a[b]c", "x*y", "it's {odd}"])(
  "a folder called %s is read as any other, and so is what goes into one",
  async (folder) => {
    const {sources: reported} = await runOn({[`${folder}/${name}`]: good}, {}, folder);
    expect(reported.find(({id}) => id === "ks4_performance")?.files.map(({rows}) => rows)).toEqual([2]);
  }
);
