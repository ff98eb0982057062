import {expect, test} from "vitest";
import {downloadTables} from "../../pipelines/release/downloads/tables.ts";
import {isOfRelease} from "../../pipelines/read/release-files.ts";
import {readFolder} from "../support/read-files.ts";
import {absenceFile} from "../support/published-files.ts";
import {makeZip} from "../support/zip-bytes.ts";

test.each(downloadTables.map(({id, columns}) => [id, Object.keys(columns)] as const))(
  "%s of a release is known by its columns, in whatever order",
  (_, columns) => expect(isOfRelease(columns.toReversed())).toBe(true)
);

test("a copy of a release without its mark, zipped or not, is no list, and is named", async () => {
  const columns = Object.keys(downloadTables.find(({id}) => id === "memberships")!.columns);
  const said: Record<string, string> = {
    school_id: "900001",
    partnership_type: "multi_academy_trust",
    partnership: "a_trust",
    partnership_name: "A Trust",
    role: "member",
    joined: "2018-09-01"
  };
  const text = `\ufeff${columns.join(",")}\n${columns.map((name) => said[name] ?? "").join(",")}\n`;
  const {filesRead, close} = await readFolder({
    "2018-2019_england_abs.csv": absenceFile("500,4001,900001,5,12"),
    "old/download/memberships.csv": text,
    "old.zip": makeZip({"download/memberships.csv": text})
  });
  close();
  expect(filesRead.lists).toEqual([]);
  expect(filesRead.unknown).toEqual(
    ["old.zip › download/memberships.csv", "old/download/memberships.csv"].map((file) => ({
      file,
      why: "a table of a release, which a run made: no list that somebody keeps, and no published file"
    }))
  );
});
