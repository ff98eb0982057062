import {spawn} from "node:child_process";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {alone} from "../../pipelines/site/alone.ts";
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
