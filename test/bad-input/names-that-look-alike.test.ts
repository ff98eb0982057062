import {describe, expect, test} from "vitest";
import {asItLooks} from "../../pipelines/read/plain-letters.ts";
import {readFolder} from "../support/read-files.ts";
import {ks4Header, ks4National, ks4Row, lines} from "../support/published-files.ts";

const name = "2018-2019_england_ks4final.csv";

async function withHeader(header: string) {
  const {warnings, query, close} = await readFolder({[name]: lines(header, ks4Row(900001), ks4National)});
  const [{n}] = await query<{n: number}>(
    "select count(attainment8)::integer as n from staged.ks4_performance where level = 'school'"
  );
  close();
  return {n, said: warnings.join("\n")};
}

describe("a name that only looks like the published one", () => {
  test.each([
    ["a space without width", "ATT8SCR\u200b"],
    ["a soft hyphen", "ATT8\u00adSCR"],
    ["a Cyrillic letter", "\u0410TT8SCR"],
    ["a Greek letter", "\u0391TT8SCR"],
    ["letters of double width", "\uff21\uff34\uff34\uff18\uff33\uff23\uff32"],
    ["an accent", "\u00c1TT8SCR"],
    ["quotation marks", "'ATT8SCR'"]
  ])("because of %s is read, and told by file, row and column", async (_, written) => {
    const {n, said} = await withHeader(ks4Header.replace("ATT8SCR", written));
    expect(n).toBe(1);
    expect(said).toContain(`${name}, row 1, column `);
    expect(said).toContain("is read as ATT8SCR, which it looks like");
  });

  test("as published is read without a word", async () => {
    expect(await withHeader(ks4Header)).toEqual({n: 1, said: ""});
  });

  test("is not another name", () => {
    expect(asItLooks("ATT8SCR")).not.toBe(asItLooks("ATT8SCRENG"));
    expect(asItLooks("PTL2BASICS_94")).not.toBe(asItLooks("PTL2BASICS_95"));
  });
});
