import {describe, expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {listOrigins} from "../../src/published-files/origin.ts";
import {fitsPattern} from "../../src/published-files/file-pattern.ts";
import {findNewestYear} from "../../src/published-files/published-years.ts";

const sources = await readSources();
const origins = sources.flatMap((source) => listOrigins(source).map((origin) => ({source, origin})));

describe("the origins of the sources", () => {
  test("are of every source but those whose files come by hand alone", () => {
    const without = sources.filter((source) => listOrigins(source).length === 0).map(({id}) => id);
    expect(without.filter((id) => id !== "school_list")).toEqual([]);
  });

  test("have patterns that fit no empty name", () => {
    const patterns = origins.flatMap(({origin}) =>
      "member" in origin ? origin.member : "file" in origin ? origin.file : []
    );
    expect(patterns.filter((pattern) => fitsPattern(pattern, ""))).toEqual([]);
  });

  test("name each table of the performance tables once", () => {
    const tokens = origins.flatMap(({origin}) =>
      origin.service === "performance_tables" ? `${origin.token} ${origin.member}` : []
    );
    expect(tokens).toEqual([...new Set(tokens)]);
  });

  test("say which year a workbook is of", () => {
    const files = origins.flatMap(({origin}) => (origin.service === "finance_workbooks" ? origin.file : []));
    expect(files.filter((file) => !file.includes("YEAR"))).toEqual([]);
  });

  test("end no later than their source", () => {
    const beyond = origins.filter(
      ({source, origin}) => origin.years && (origin.years.last ?? -Infinity) > findNewestYear(source.years)
    );
    expect(beyond.map(({source}) => source.id)).toEqual([]);
  });
});
