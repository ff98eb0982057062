import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test, vi} from "vitest";
import {runLine} from "../../pipelines/commands/run-line.ts";
import {emptyFolder, findFolder, ks4File, ks4Row} from "../support/published-files.ts";
import {contents, lastGoodRun} from "../support/pipeline-run.ts";
import {runPav} from "../support/run-pav.ts";

const stackTrace = /^\s+at .*:\d+:\d+/m;
const name = "2018-2019_england_ks4final.csv";

describe("the command line", () => {
  test("says what is wrong and what to do on stderr, without a stack, and exits with 1", async () => {
    const from = await findFolder({[name]: ks4File(ks4Row(900001, {attainment: "WOBBLY"}))});
    const {code, stderr} = await runPav("pipeline", "--from", from, "--to", await emptyFolder());
    expect(code).toBe(1);
    expect(stderr).toContain(`${name}, row 2, column ATT8SCR: “WOBBLY” is neither a number nor a known code`);
    expect(stderr).toContain("\n\n  fix: if the publisher uses a new code");
    expect(stderr).not.toMatch(stackTrace);
  });

  test("takes no option twice with two values", async () => {
    await expect(runLine(["build", "--release", "a", "--output", "c", "--release=b"])).rejects.toMatchObject({
      message: "--release is given twice: “a” and “b”",
      fix: "leave one of them out"
    });
    await expect(runLine(["build", "--release", "/nowhere/a", "--release=/nowhere/a"])).rejects.not.toThrow(/twice/);
  });

  test("leaves the last good release byte for byte where a run fails", async () => {
    const to = await lastGoodRun();
    const before = await contents(to);
    await runPav("pipeline", "--from", await findFolder({"links.csv": "not,known\n1,2\n"}), "--to", to);
    expect(await contents(to)).toEqual(before);
  });

  test("puts the new release in the place of the last, and leaves nothing else", async () => {
    const to = await lastGoodRun();
    const {code} = await runPav("pipeline", "--from", await findFolder({[name]: ks4File(ks4Row(900001))}), "--to", to);
    expect(code).toBe(0);
    const left = Object.keys(await contents(to)).filter((path) => !/^(release|kept)\//.test(path));
    expect(left.filter((path) => path !== "kept").sort()).toEqual([
      "release",
      "release.made-from.json",
      "schools.duckdb",
      "schools.duckdb.sha256"
    ]);
    expect(existsSync(join(to, "release", "bytes.bin"))).toBe(false);
    expect(existsSync(join(to, "release", "summary.json"))).toBe(true);
  });

  test("reads files whose names do not say with --year, --stage and --snapshot", async () => {
    const from = await findFolder({"ks4.csv": ks4File(ks4Row(900001))});
    const said = ["--year", "2018/19", "--stage", "final", "--snapshot", "2018-05-01"];
    const {code, stdout} = await runPav("pipeline", "--from", from, "--to", await emptyFolder(), "--describe", ...said);
    expect(code).toBe(0);
    expect(stdout).toContain("ks4.csv: ks4_performance, 2018/19, final (utf-8)");
  });

  test("says of a line that it cannot read what to do, and exits with 1", async () => {
    const {code, stderr} = await runPav("pipeline", "--form", "x");
    expect(code).toBe(1);
    expect(stderr).toMatch(/--form[^]*\n\n {2}fix: options: --from/);
    expect(stderr).not.toMatch(stackTrace);
  });

  test.each([
    [["pipelin"], "no command called “pipelin”", "choose from"],
    [["pipeline", "--form", "x"], "--form", "options: --from"],
    [["pipeline", "there"], "there", "options: --from"],
    [["pipeline", "--year"], "--year has no value", "give it one: --year"],
    [["pipeline", "--year", "2018"], "not an academic year: “2018”", "write it as 2018/19"],
    [["pipeline", "--stage", "last"], "no stage called “last”", "choose from provisional, revised, final"],
    [["pipeline", "--snapshot", "2018-02-31"], "not a date: “2018-02-31”", "write it as 2018-05-01"],
    [["pipeline", "--snapshot", "1 May 2018"], "not a date: “1 May 2018”", "write it as 2018-05-01"],
    [["pipeline", "--from", "no-such-folder"], "cannot read the folder no-such-folder", "--from"]
  ])("%j is refused with what to do", async (args, message, fix) => {
    const to = args.includes("pipeline") ? ["--to", await emptyFolder()] : [];
    await expect(runLine([...args, ...to])).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining(message),
      fix: expect.stringContaining(fix)
    });
  });

  test("prints the help, where nothing is asked for, and exits with 0", async () => {
    const {code, stdout} = await runPav();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^usage: npm run pav -- COMMAND/);
  });

  test.each([[[]], [["--help"]], [["pipeline", "--help"]]])("%j prints the help", async (args) => {
    const lines: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    await runLine(args).finally(() => log.mockRestore());
    expect(lines.join("\n")).toMatch(/^usage: npm run pav -- COMMAND/);
  });
});

describe("options that lack their value", () => {
  test.each([
    [["sensitivity", "--pre", "-1"], "--pre has no value, but “-1” after it", "join the two: --pre=-1"],
    [["estimate", "panel.csv", "--base", "-4:-2"], "--base has no value, but “-4:-2” after it", "--base=-4:-2"],
    [["mdes", "--clusters", "--units", "3"], "--clusters has no value, but “--units” after it", "--clusters J"],
    [["pipeline", "--to"], "--to has no value", "give it one: --to DIR"],
    [["pipeline", "--describe=yes"], "--describe takes no value: --describe=yes", "options: --from"],
    [["pipeline", "--form", "x"], "there is no --form", "options: --from"]
  ])("%j", async (args, message, fix) => {
    await expect(runLine(args)).rejects.toMatchObject({name: "UserError", message, fix: expect.stringContaining(fix)});
  });
});
