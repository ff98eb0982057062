import {describe, expect, test} from "vitest";
import {
  exclusionsHeader,
  exclusionsRow,
  ks4Header,
  ks4File,
  ks4National,
  ks4Row,
  lines
} from "../support/published-files.ts";
import {findBySteps, refusal, refusedBySteps} from "../support/pipeline-run.ts";

const name = "2018-2019_england_ks4final.csv";

describe("a cell that nothing explains", () => {
  test("a code nobody listed is told by file, row, column and how often it stands there", async () => {
    const {message, fix} = await refusal({
      [name]: ks4File(ks4Row(900001), ks4Row(900002, {attainment: "WOBBLY"}), ks4Row(900003, {attainment: "wobbly"}))
    });
    expect(message).toBe(
      `${name}, row 3, column ATT8SCR: “WOBBLY” is neither a number nor a known code (2 such cells in the file)`
    );
    expect(fix).toContain("pipelines/codes/missing.csv");
  });

  test("a code of one publisher is unknown in a file of another", async () => {
    const {message} = await refusedBySteps({
      "exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001, {fixed: "SUPP"}))
    });
    expect(message).toContain("exclusions.csv, row 2, column fixed_excl: “SUPP” is neither");
  });

  test.each(["1_000", "NaN", "inf", "1e999", "0x1F", "12 pupils", "1,00"])(
    "%s is no number though a machine might take it for one",
    async (cell) => {
      const {message} = await refusedBySteps({[name]: ks4File(ks4Row(900001, {attainment: `"${cell}"`}))});
      expect(message).toContain(`row 2, column ATT8SCR: “${cell}” is neither a number nor a known code`);
    }
  );

  test("an unreadable date is told by file, row and column", async () => {
    const {message} = await refusedBySteps({
      "exclusions.csv": lines(
        exclusionsHeader,
        exclusionsRow(9014001, {opened: "01/09/2011"}),
        exclusionsRow(9014002, {opened: "31/02/2012"})
      )
    });
    expect(message).toContain(
      "exclusions.csv, row 3, column academy_open_date: “31/02/2012” is neither blank nor a date such as 01-09-2011"
    );
  });

  test("a date of blanks is a blank", async () => {
    const {sources} = await findBySteps({
      "exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001, {opened: "   "}))
    });
    expect(sources.find(({id}) => id === "exclusions")!.files[0].school_rows).toBe(1);
  });

  test.each(["abcd", "2016", "201619", ""])("“%s” for an academic year is told by row and column", async (year) => {
    const {message} = await refusedBySteps({
      "exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001), exclusionsRow(9014002, {year}))
    });
    expect(message).toContain(`exclusions.csv, row 3, column time_period: “${year}” is neither 201819 nor 2018/19`);
  });

  test("a row that is neither a school’s nor a total is told by file and row", async () => {
    const {message, fix} = await refusedBySteps({
      "exclusions.csv": lines(
        exclusionsHeader,
        exclusionsRow(9014001),
        exclusionsRow(9014002).replace(",School,", ",Planet,")
      )
    });
    expect(message).toBe(
      "exclusions.csv, row 3: the row is neither a school’s row nor a total of an authority, a region or the nation"
    );
    expect(fix).toContain("edited");
  });
});

describe("a column that is gone", () => {
  test("the URN of key stage 4 is told, with the header there is and where to give a new name", async () => {
    const without = ks4File(ks4Row(900001)).replaceAll(/^(([^,]*,){3})[^,]*,/gm, "$1");
    const {message, fix} = await refusal({[name]: without});
    expect(message).toBe(
      `${name}, row 1, column URN: no such column, and ks4_performance cannot be read without it (urn)`
    );
    expect(fix).toContain("the header has RECTYPE, LEA, ESTAB, SCHNAME");
    expect(fix).toContain("pipelines/sources/ks4_performance/source.ts");
  });

  test.each([
    ["laestab", "laestab"],
    ["time_period", "academic_year"],
    ["geographic_level", "geographic_level"]
  ])("%s of exclusions is told", async (published, ours) => {
    const header = exclusionsHeader.replace(published, "something_else");
    const {message} = await refusedBySteps({"exclusions.csv": lines(header, exclusionsRow(9014001))});
    expect(message).toBe(
      `exclusions.csv, row 1, column ${published}: no such column, and exclusions cannot be read without it (${ours})`
    );
  });

  test("a column that is no key is listed as absent, and its cells have a reason", async () => {
    const {sources} = await findBySteps({[name]: ks4File(ks4Row(900001)).replace("TOTPUPS", "ROLL")});
    const {absent, missing} = sources.find(({id}) => id === "ks4_performance")!;
    expect(absent[0].columns).toContain("roll");
    expect(missing.map(({reason}) => reason)).toContain("not_in_file");
  });

  test("a column that a metadata file describes and the data lack is warned of", async () => {
    const {summary} = await findBySteps({
      "exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001)),
      "exclusions.meta.csv": lines("col_name,col_type,label", "headcount,Indicator,Pupils", "gone,Indicator,Gone")
    });
    expect(summary.warnings).toContain("exclusions.csv lacks gone, which exclusions.meta.csv describes");
  });

  test("a metadata file without its data file is warned of", async () => {
    const {summary} = await findBySteps({
      [name]: ks4File(ks4Row(900001)),
      "other.meta.csv": lines("col_name,col_type,label", "headcount,Indicator,Pupils")
    });
    expect(summary.warnings).toContain("other.meta.csv describes a file that is not here");
  });
});

describe("a name that stands twice in the header", () => {
  const twice = (second: string) =>
    lines(`${ks4Header},urn`, `${ks4Row(900001)},900001`, `${ks4Row(900002)},${second}`, `${ks4National},`);

  test("is told where the two columns differ", async () => {
    const {message, fix} = await refusedBySteps({[name]: twice("900009")});
    expect(message).toBe(`${name}, row 3, column URN: two columns of this name say “900002” and “900009” (urn)`);
    expect(fix).toContain("remove the column");
  });

  test("is let pass where the two columns agree", async () => {
    const {sources} = await findBySteps({[name]: twice("900002")});
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].school_rows).toBe(2);
  });
});

describe("what lies beside the published files", () => {
  test("a table of something else is left, and said", async () => {
    const {summary} = await findBySteps({[name]: ks4File(ks4Row(900001)), "shopping.csv": "item,price\nbread,2\n"});
    expect(summary.warnings).toContain("shopping.csv was not read: no dataset has such a header");
  });

  test("a table that is nearly one of ours is said to be, with what it lacks", async () => {
    const {summary} = await findBySteps({
      [name]: ks4File(ks4Row(900001)),
      "near.csv": lines(ks4Header.replace("TPUP,", "PUPILS,"), ks4Row(900001))
    });
    expect(summary.warnings).toEqual([expect.stringMatching(/^near\.csv was not read: .*ks4_performance.*TPUP/)]);
  });

  test("a workbook is left, and said", async () => {
    const {summary} = await findBySteps({[name]: ks4File(ks4Row(900001)), "tables.xlsx": "PK"});
    expect(summary.warnings).toContain("tables.xlsx was not read: not a CSV file, nor a workbook that can be read");
  });

  test("hidden files are left without a word", async () => {
    const {summary} = await findBySteps({[name]: ks4File(ks4Row(900001)), ".DS_Store": "x", ".git/config.csv": "x"});
    expect(summary.warnings).toEqual([]);
  });
});
