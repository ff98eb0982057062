import {cp, mkdir, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {failFileOperation, type FileOperation} from "../../pipelines/validation/faults/failing-files.ts";
import {asUserError} from "../../pipelines/files/file-errors.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {contents} from "../support/pipeline-run.ts";
import {emptyFolder, findFolder, ks4File, ks4Row} from "../support/published-files.ts";

const name = "2018-2019_england_ks4final.csv";
const earlierFile = ks4File(ks4Row(900001));
const laterFile = ks4File(ks4Row(900001), ks4Row(900002));

const run = (from: string, to: string) => runPipeline({from, to, estimated: "left out"});

let made: {earlier: Record<string, string>; later: Record<string, string>; from: string; to: string};

beforeAll(async () => {
  const from = await findFolder({[name]: earlierFile});
  const to = join(await emptyFolder(), "out");
  await run(from, to);
  const other = join(await emptyFolder(), "out");
  await writeFile(join(from, name), laterFile);
  await run(from, other);
  made = {from, to, earlier: await contents(join(to, "release")), later: await contents(join(other, "release"))};
});

/** A folder with the release of the earlier file, which holds the later one now; and both releases, undisturbed. */
async function stage() {
  const [from, to] = [await emptyFolder(), join(await emptyFolder(), "out")];
  await cp(made.from, from, {recursive: true});
  await cp(made.to, to, {recursive: true, preserveTimestamps: true});
  return {...made, from, to};
}

/** What changes the disk, but for the many files of the release that is written next to the old one. */
const changing: FileOperation[] = ["rename", "rm", "mkdir", "link", "copyFile"];

describe("a run whose file operations fail, each in turn", () => {
  test.each<[string, string, FileOperation[], number]>([
    ["changing one", "EIO", changing, 9],
    ["writing one, of a full disk", "ENOSPC", ["writeFile"], 3],
    ["reading one, of too many open files", "EMFILE", ["open", "readdir", "stat"], 3]
  ])("%s leaves a whole release, says what failed, and the next run is undisturbed", async (_, code, only, tries) => {
    const {from, to, earlier, later} = await stage();
    const counting = failFileOperation(null, {only});
    await run(from, to);
    counting.restore();
    expect(counting.count).toBeGreaterThan(5);
    const states = [
      {file: earlierFile, release: earlier},
      {file: laterFile, release: later}
    ];
    const places = Array.from({length: tries}, (_, i) => Math.floor((i * counting.count) / tries));
    for (const [i, at] of places.entries()) {
      const [next] = i % 2 === 0 ? states : [...states].reverse();
      await writeFile(join(from, name), next.file);
      const failing = failFileOperation(at, {code, only});
      const error: unknown = await run(from, to)
        .then(
          () => null,
          (reason: unknown) => reason
        )
        .finally(() => failing.restore());
      const where = `${at}: ${failing.failed}`;
      if (error) {
        expect(asUserError(error), where).toMatchObject({name: expect.stringMatching(/UserError|PublishedFileError/)});
        const found = await contents(to);
        const whole = [earlier, later].some((release) =>
          Object.entries(release).every(([path, bytes]) => found[`release/${path}`] === bytes)
        );
        const aside = Object.keys(found).some((path) => path.startsWith(".release.old-"));
        expect(whole || aside, where).toBe(true);
      }
      // What several failed runs left behind one another is as much as what one did.
      if (i % 3 < 2) continue;
      await run(from, to);
      expect(await contents(join(to, "release")), where).toEqual(next.release);
      expect(
        Object.keys(await contents(to)).filter((path) => /^\.|\.old-/.test(path)),
        where
      ).toEqual([]);
    }
  });
});

test("a part whose other parts wait for it fails with one clear error, and no other is left unhandled", async () => {
  const {from, to, earlier} = await stage();
  await writeFile(join(from, name), laterFile);
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  const about = (path: string) => path.includes("your-schools");
  const failing = failFileOperation(0, {code: "ENOSPC", only: ["writeFile"], about});
  await expect(run(from, to).finally(() => failing.restore())).rejects.toThrow(/ENOSPC|full/);
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
  expect(await contents(join(to, "release"))).toEqual(earlier);
});

describe("what a killed run left", () => {
  test("is put back where it is the last good release, with a line", async () => {
    const {from, to, earlier} = await stage();
    await writeFile(join(from, name), "no data");
    await rename(join(to, "release"), join(to, ".release.old-4194303"));
    const said: string[] = [];
    await expect(runPipeline({from, to, log: (line) => said.push(line)})).rejects.toThrow(/no published file/);
    expect(said.join("\n")).toContain("put back from .release.old-4194303");
    expect(await contents(join(to, "release"))).toEqual(earlier);
  });

  test("is no hindrance where it had this process’s number", async () => {
    const {from, to, later} = await stage();
    const work = join(to, `.work-${process.pid}`);
    await mkdir(work);
    await cp(join(to, "schools.duckdb"), join(work, "schools.duckdb"));
    const said: string[] = [];
    await runPipeline({from, to, estimated: "left out", log: (line) => said.push(line)});
    expect(said.join("\n")).toContain(`.work-${process.pid} was left by a run that was stopped: removed`);
    expect(await contents(join(to, "release"))).toEqual(later);
  });
});
