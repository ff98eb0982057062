import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {checkListCommand} from "../../pipelines/commands/check-list.ts";
import {memberList, partnershipList} from "../lists/made-lists.ts";
import {findFolder, type Files} from "../support/published-files.ts";

const register =
  "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate\n" +
  "900001,901,Marshshire,4001,Harrowdale School,Open,,\n";

async function run(files: Files, ...args: string[]): Promise<{code: number; stdout: string; stderr: string}> {
  const folder = await findFolder(files);
  const placed = args.map((arg) => (arg in files ? join(folder, arg) : arg));
  return new Promise((resolve) =>
    execFile(process.execPath, ["pipelines/pav.js", "check-list", ...placed], (error, stdout, stderr) =>
      resolve({code: error ? Number(error.code) : 0, stdout, stderr})
    )
  );
}

describe("pav check-list", () => {
  test("exits with 0 where nothing is wrong, and says what the list holds", async () => {
    const files = {"m.csv": memberList({}, {urn: "900002"}), "p.csv": partnershipList({})};
    const {code, stdout} = await run(files, "m.csv", "--partnerships", "p.csv");
    expect(code).toBe(0);
    expect(stdout).toContain("2 schools: 2 member; joined from 01/09/2018 to 01/09/2018");
    expect(stdout).toContain("days are read and written with the day first");
    expect(stdout).toContain("definition of a partnership: met");
    expect(stdout).toContain("nothing is wrong");
  });

  test("exits with 0 where there are only warnings", async () => {
    const {code, stdout} = await run({"m.csv": memberList({source_url: ""})}, "m.csv");
    expect(code).toBe(0);
    expect(stdout).toContain("can be used; 1 to look at");
  });

  test("exits with 1 where a problem stops, with its row and what to do, and no stack", async () => {
    const {code, stdout, stderr} = await run({"m.csv": memberList({urn: "900001.0"})}, "m.csv");
    expect(code).toBe(1);
    expect(stdout).toContain("m.csv, row 2, column urn: “900001.0” is not just six digits\n    → if the URN is 900001");
    expect(stderr).toMatch(/^1 problem to put right.*\n\n {2}fix: put right what is marked/);
  });

  test("looks schools up in the register", async () => {
    const files = {"m.csv": memberList({urn: "900009"}), "edubase.csv": register};
    const {code, stdout} = await run(files, "m.csv", "--register", "edubase.csv");
    expect(code).toBe(1);
    expect(stdout).toContain("900009 is not in the register");
  });

  const linked =
    "URN,LAESTAB,Establishment name,Status,Joined date\n" +
    "900001,380/4001,Example Academy,Open,01/09/2012\n900002,383/2003,Example Primary,Open,01/09/2018\n";

  test("asks once for what a list as people keep it lacks, with the types there are", async () => {
    const {code, stdout} = await run({"our schools.csv": linked}, "our schools.csv");
    expect(code).toBe(1);
    expect(stdout).toContain("is a list of 2 schools, and does not say what the partnership is called");
    expect(stdout).toMatch(/npm run pav -- check-list ".*our schools\.csv" --name "…" --type … --write list\.csv/);
    expect(stdout).toContain("multi_academy_trust (Multi-academy trusts)");
    expect(stdout.match(/→/g)).toHaveLength(1);
  });

  test("writes such a list in the right form, which is then read without a word", async () => {
    const folder = await findFolder({"l.csv": linked});
    const [from, to] = [join(folder, "l.csv"), join(folder, "written.csv")];
    const written = await run({}, from, "--name", "Marsh Trust", "--type", "multi_academy_trust", "--write", to);
    expect(written.code).toBe(0);
    expect(written.stdout).toContain("written.csv has the 2 rows in the right form");
    const {code, stdout} = await run({}, to);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "Marsh Trust (marsh_trust, multi_academy_trust)\n  2 schools: 2 member; joined from 01/09/2012 to 01/09/2018"
    );
    expect(stdout).toContain("nothing is wrong");
    expect(stdout).not.toMatch(/^[·!✗]/m);
  });

  test("does not write over a list that it reads, nor what cannot be used", async () => {
    const folder = await findFolder({"l.csv": linked});
    const list = join(folder, "l.csv");
    expect(await run({}, list, "--name", "M", "--type", "federation", "--write", list)).toMatchObject({code: 1});
    expect(await run({}, list, "--write", join(folder, "none.csv"))).toMatchObject({code: 1});
    expect(existsSync(join(folder, "none.csv"))).toBe(false);
  });

  test("reads windows-1252 and UTF-16, and tells a workbook for what it is", async () => {
    const files = {
      "windows.csv": Buffer.from(memberList({partnership_name: "Mêr"}), "latin1"),
      "utf16.csv": Buffer.from(`\ufeff${memberList({partnership_id: "wide", partnership_name: "Wîde"})}`, "utf16le"),
      "book.csv": Buffer.from("PK\u0003\u0004\0\0")
    };
    const {code, stdout} = await run(files, ...Object.keys(files));
    expect(code).toBe(1);
    expect(stdout).toContain("Wîde (wide");
    expect(stdout).toContain("book.csv: is a workbook, not a CSV file");
    expect(stdout).toContain("Mêr (marsh_learning");
  });

  test.each([
    [["--template"], "partnership_id,partnership_name,partnership_kind,urn,role"],
    [["--template-partnerships"], "partnership_id,partnership_name,partnership_kind,protocol"]
  ])("%j prints an empty list", async (args, start) => {
    const {code, stdout} = await run({}, ...args);
    expect([code, stdout.startsWith(start), stdout.trim().split("\n").length]).toEqual([0, true, 2]);
  });

  test.each([
    [{}, [], "no list given"],
    [{}, ["none.csv"], "cannot read none.csv"],
    [{links: "x.csv"}, ["none.csv"], "--links without --register"]
  ])("%j with the files %j is told with what to do", async (values, files, message) => {
    await expect(checkListCommand.run(values, files)).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining(message) as string
    });
  });
});
