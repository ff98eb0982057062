import {execFile} from "node:child_process";
import {mkdir} from "node:fs/promises";
import {join, resolve} from "node:path";
import {describe, expect, test} from "vitest";
import {emptyFolder} from "../support/published-files.ts";
import {runPav, type Answer} from "../support/run-pav.ts";

const message = /^[^\n]+\n\n {2}fix: [^\n]+\n\n$/;

/** What a line of the shell answers, in which $PAV is the command line. */
const runShell = (line: string): Promise<Answer> =>
  new Promise((answer) =>
    execFile(
      "sh",
      ["-c", line],
      {env: {...process.env, PAV: resolve("pipelines/pav.js"), NODE: process.execPath}},
      (error, stdout, stderr) => answer({code: error ? Number(error.code) : 0, stdout, stderr})
    )
  );

describe.skipIf(process.platform === "win32")(
  "what stops a command before its own code (no such shell on Windows)",
  () => {
    test.each([20, 30, 50])("is one message where no more than %i files may be open", async (files) => {
      const {code, stderr} = await runShell(`ulimit -n ${files}; "$NODE" "$PAV" mdes --help`);
      expect(stderr).toMatch(message);
      expect(stderr).toContain("ulimit -n");
      expect(code).toBe(1);
    });

    test.skipIf(process.platform !== "linux")(
      "is one message where memory is short (Linux alone limits it so)",
      async () => {
        const {code, stderr} = await runShell(`ulimit -v 2000000; "$NODE" "$PAV" mdes --help`);
        expect(stderr).toMatch(message);
        expect(stderr).toContain("memory");
        expect(code).toBe(1);
      }
    );

    test("is one message where the folder it was given in is gone", async () => {
      const gone = join(await emptyFolder(), "gone");
      await mkdir(gone);
      const {code, stderr} = await runShell(`cd '${gone}' && rmdir '${gone}' && "$NODE" "$PAV" mdes --help`);
      expect(stderr).toMatch(message);
      expect(stderr).toContain("is gone");
      expect(code).toBe(1);
    });

    test("is nothing, also for the first compiling, where files may be opened as on a plain shell", async () => {
      const {code, stderr} = await runShell(`ulimit -n 256; "$NODE" "$PAV" mdes --help`);
      expect({code, stderr}).toEqual({code: 0, stderr: ""});
    });
  }
);

test.each([
  [["pipeline", "--to", ""], "--to is empty"],
  [["pipeline", "--to", "  "], "--to is empty"],
  [["build", "--output="], "--output is empty"],
  [["estimate", ""], "estimate was given an empty name"]
])("an empty value, as of a variable that was never set, is refused: %j", async (args, problem) => {
  const {code, stderr} = await runPav(...args);
  expect(stderr).toMatch(message);
  expect(stderr).toContain(problem);
  expect(code).toBe(1);
});
