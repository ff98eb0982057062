import {describe, expect, test} from "vitest";
import {refuseOtherFormat} from "../../pipelines/fetch/sniff.ts";
import {makeZip} from "../support/zip-bytes.ts";

const zip = makeZip({"a.csv": "a,b\n1,2\n"});

describe("refuseOtherFormat(bytes, url, expected)", () => {
  test.each([
    ["a table", Buffer.from("a,b\n1,2\n"), "csv"],
    ["a table without a last line end", Buffer.from("a,b\n1,2"), "csv"],
    ["a table of a header alone", Buffer.from("a,b"), "csv"],
    ["a table with line ends in cells", Buffer.from('a,b\n1,"x\ny"\n'), "csv"],
    ["an archive", zip, "archive"]
  ] as const)("lets %s pass", (_, bytes, expected) => {
    expect(() => refuseOtherFormat(bytes, "u", expected)).not.toThrow();
  });

  test.each([
    ["nothing", Buffer.alloc(0), "csv", "sends nothing"],
    ["a page", Buffer.from("\n <!DOCTYPE html>"), "csv", "sends a page"],
    ["a page with a mark", Buffer.from("\ufeff<html>"), "archive", "sends a page"],
    ["an archive for a table", zip, "csv", "sends an archive, not a table"],
    ["a table for an archive", Buffer.from("a,b\n"), "archive", "no zip archive"],
    ["a table cut off", Buffer.from("a,b,c\n1,2,3\n4,5"), "csv", "ends in the middle of a row"]
  ] as const)("refuses %s", (_, bytes, expected, problem) => {
    expect(() => refuseOtherFormat(bytes, "u", expected)).toThrow(problem);
  });
});
