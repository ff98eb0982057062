import {spawn} from "node:child_process";
import {mkdir, readdir, symlink, utimes, writeFile} from "node:fs/promises";
import {hostname} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {alone} from "../../pipelines/files/alone.ts";
import {findStart} from "../../pipelines/files/process-start.ts";
import {emptyFolder} from "../support/published-files.ts";

const quick = {wait: 40, look: 10, log: () => undefined};

function deferred(): {promise: Promise<void>; resolve: () => void} {
  let resolve: () => void = () => undefined;
  return {promise: new Promise((done) => (resolve = done)), resolve: () => resolve()};
}

test("a second build waits for the first, and says so once", async () => {
  const file = join(await emptyFolder(), "in-use");
  const order: string[] = [];
  const said: string[] = [];
  const ended = deferred();
  const begun = deferred();
  const first = alone(file, async () => {
    begun.resolve();
    await ended.promise;
    order.push("first");
  });
  await begun.promise;
  const second = alone(file, async () => void order.push("second"), {
    wait: 60_000,
    look: 5,
    log: (line) => {
      said.push(line);
      setTimeout(ended.resolve, 30);
    }
  });
  await Promise.all([first, second]);
  expect(order).toEqual(["first", "second"]);
  expect(said).toEqual([expect.stringContaining("waiting for another build")]);
});

test("a build that never ends is told of, with its process", async () => {
  const file = join(await emptyFolder(), "in-use");
  const stuck = alone(file, () => alone(file, async () => "two at once", quick));
  await expect(stuck).rejects.toMatchObject({name: "UserError", message: expect.stringContaining(String(process.pid))});
});

test("what a process that is gone left behind is no hindrance", async () => {
  const file = join(await emptyFolder(), "left-behind");
  const gone = spawn(process.execPath, ["--version"]);
  await new Promise((ended) => gone.once("close", ended));
  await writeFile(file, String(gone.pid));
  expect(await alone(file, async () => "done", quick)).toBe("done");
});

test.each(["2020-01-01", "2099-01-01"])(
  "a claim to remove a dead lock that was left in %s is no hindrance",
  async (day) => {
    const file = join(await emptyFolder(), "left-behind");
    await writeFile(file, "half writ");
    await writeFile(`${file}.claim`, "");
    await utimes(`${file}.claim`, new Date(day), new Date(day));
    expect(await alone(file, async () => "done", quick)).toBe("done");
  },
  2000
);

test("a link to nowhere in the place of a lock is removed, and a folder there is told", async () => {
  const folder = await emptyFolder();
  await symlink(join(folder, "nowhere"), join(folder, "in-use"));
  expect(await alone(join(folder, "in-use"), async () => "done", quick)).toBe("done");
  await mkdir(join(folder, "taken"));
  await expect(alone(join(folder, "taken"), async () => "done", quick)).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringContaining("taken is no file")
  });
});

test("a folder that is a link to nowhere is told, and not waited for", async () => {
  const folder = await emptyFolder();
  await symlink(join(folder, "nowhere"), join(folder, "out"));
  await expect(alone(join(folder, "out", "in-use"), async () => "done", quick)).rejects.toMatchObject({code: "ENOENT"});
});

test("a claim to a dead lock that is a folder is in nobody’s way", async () => {
  const file = join(await emptyFolder(), "in-use");
  await writeFile(file, "nobody");
  await mkdir(`${file}.claim`);
  await utimes(`${file}.claim`, new Date(0), new Date(0));
  expect(await alone(file, async () => "done", quick)).toBe("done");
});

const occupiedBy = (holder: object) =>
  JSON.stringify({pid: process.pid, host: hostname(), since: "some day", ...holder});

test.each([
  ["is empty", ""],
  ["is half written", '{"pid": 12'],
  ["is of another kind", "[]"],
  ["names a process that began at another time", occupiedBy({started: "at another time"})]
])("a lock that %s is taken over, with a line", async (_, text) => {
  const file = join(await emptyFolder(), "in-use");
  await writeFile(file, text);
  const said: string[] = [];
  expect(await alone(file, async () => "done", {...quick, log: (line) => said.push(line)})).toBe("done");
  expect(said).toEqual([expect.stringMatching(/in-use was left by .*: taken over/)]);
  expect(await readdir(join(file, ".."))).toEqual([]);
});

test("a lock of another machine is believed while it is touched, and no longer", async () => {
  const file = join(await emptyFolder(), "in-use");
  await writeFile(file, occupiedBy({host: "another", pid: 1, started: "then"}));
  await expect(alone(file, async () => "done", quick)).rejects.toThrow(/process 1 on another, since some day/);
  const long = new Date(Date.now() - 3_600_000);
  await utimes(file, long, long);
  expect(await alone(file, async () => "done", quick)).toBe("done");
});

test("a process is told from a later one of its number by when it began", async () => {
  expect(await findStart(process.pid)).toBe(await findStart(process.pid));
  expect(await findStart(process.ppid)).not.toBe(await findStart(process.pid));
  expect(await findStart(2 ** 22 - 1)).toBe(null);
});

test("of many that find a dead lock at one time, never two are at work", async () => {
  const file = join(await emptyFolder(), "in-use");
  await writeFile(file, "");
  let now = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++now);
    await new Promise((later) => setTimeout(later, 2));
    now--;
  };
  await Promise.all(Array.from({length: 20}, () => alone(file, work, {wait: 60_000, look: 1, log: () => undefined})));
  expect([most, await readdir(join(file, ".."))]).toEqual([1, []]);
});
