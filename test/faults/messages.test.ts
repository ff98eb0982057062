import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {asUserError} from "../../pipelines/files/file-errors.ts";
import {printable} from "../../pipelines/tables/printable.ts";
import {emptyFolder, findFolder, ks4File, ks4Row} from "../support/published-files.ts";
import {runPav} from "../support/run-pav.ts";

const systemError = (code: string, syscall: string, path: string) =>
  Object.assign(new Error(`${code}: x, ${syscall} '${path}'`), {code, syscall, path});

describe("asUserError(error)", () => {
  test.each([
    ["ENOSPC", "write", /^cannot write \/.*: the disk is full \(\d+\.\d MB free\)$/],
    ["EACCES", "mkdir", /^cannot write .*: this user may not$/],
    ["EROFS", "rename", /^cannot write .*: the disk can only be read$/],
    ["EMFILE", "open", /^cannot open .*: too many files are open$/],
    ["ENOENT", "open", /^cannot open .*: there is none, or it went away meanwhile$/],
    ["ELOOP", "open", /^cannot open .*: its links lead in a circle$/],
    ["EIO", "read", /^cannot use .*: the disk does not answer/]
  ])("says what %s is, of what, and what to do", async (code, syscall, message) => {
    const error = asUserError(systemError(code, syscall, join(await emptyFolder(), "a file")));
    expect(error).toMatchObject({name: "UserError", message: expect.stringMatching(message)});
    expect((error as {fix: string}).fix).not.toBe("");
  });

  test.each([
    ['IO Error: Could not write file "x.duckdb": No space left on device', /make room/],
    [
      'TransactionContext Error: Failed to commit: Could not write file "x.duckdb.wal": No space left on device',
      /make room/
    ],
    [
      'FATAL Error: Failed to create checkpoint because of error: Could not write file "x": No space left on device',
      /make room/
    ],
    ["Out of Memory Error: failed to pin block of size 256.0 KiB (450.0 MiB/450.0 MiB used)", /more memory/]
  ])("puts what DuckDB says of files and memory in words: %s", (said, fix) => {
    expect(asUserError(new Error(said))).toMatchObject({name: "UserError", fix: expect.stringMatching(fix)});
  });

  test("leaves a bug what it is", () => {
    const bug = new TypeError("x is not a function");
    expect(asUserError(bug)).toBe(bug);
  });
});

test("a terminal obeys nothing that stands in a name", () => {
  expect(printable("a\u001b[2Jb\u202ec\r\n\td\u0007")).toBe("a\\u001b[2Jb\\u202ec\\u000d\n\td\\u0007");
});

describe("the command line", () => {
  const files = {"2018-2019_england_ks4final.csv": ks4File(ks4Row(900001))};

  test.each([
    ["a place that cannot be written to", async () => ["--to", "/proc/nowhere"]],
    [
      "a place below a file",
      async () => {
        const file = join(await emptyFolder(), "file");
        await writeFile(file, "");
        return ["--to", join(file, "out")];
      }
    ],
    [
      "a file in the place of the release",
      async () => {
        const to = await emptyFolder();
        await writeFile(join(to, "release"), "a letter");
        return ["--to", to];
      }
    ],
    [
      "a folder in the place of the database",
      async () => {
        const to = await emptyFolder();
        await mkdir(join(to, "schools.duckdb"));
        return ["--to", to];
      }
    ]
  ])("says in one message that there is %s, and ends with 1", async (_, given) => {
    const {code, stderr} = await runPav(
      "pipeline",
      "--describe",
      "--from",
      await findFolder(files),
      ...(await given())
    );
    expect(stderr).toMatch(/^[^\n]+\n\n {2}fix: [^\n]+\n\n$/);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(code).toBe(1);
  });
});
