import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {emptyFolder, findFolder, ks4File, ks4Row} from "../support/published-files.ts";

/** What a shell says of a command of the project on standard error, and how it ended. */
function shell(command: string): Promise<{code: number | null; stderr: string}> {
  const child = spawn("/bin/bash", ["-o", "pipefail", "-c", command], {stdio: ["ignore", "ignore", "pipe"]});
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((done) => child.once("close", (code) => done({code, stderr})));
}

describe.skipIf(process.platform === "win32")("what is printed", () => {
  test("to a program that reads one line and leaves does not end a run: its release stands", async () => {
    const from = await findFolder({"2018-2019_england_ks4final.csv": ks4File(ks4Row(900001), ks4Row(900002))});
    const to = join(await emptyFolder(), "out");
    const {code, stderr} = await shell(
      `node pipelines/pav.js pipeline --describe --from ${from} --to ${to} | head -1; exit \${PIPESTATUS[0]}`
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(existsSync(join(to, "release/release.json"))).toBe(true);
  }, 60_000);

  test.skipIf(!existsSync("/dev/full"))("to a disk that is full is told in a message, without a stack", async () => {
    const {code, stderr} = await shell("node pipelines/pav.js check-list --template > /dev/full");
    expect(code).toBe(1);
    expect(stderr).toContain("cannot print: the place that the output goes to is full\n\n  fix: send it to a file");
    expect(stderr).not.toContain("MB free");
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
