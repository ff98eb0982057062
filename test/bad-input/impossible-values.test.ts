import {describe, expect, test} from "vitest";
import {once} from "../../src/once.ts";
import {readEach, readFolder} from "../support/read-files.ts";
import {exclusionsHeader, exclusionsRow, ks4Header, ks4National, ks4Row, lines} from "../support/published-files.ts";

/** A layout: its file, header, a good row by number, and the rows below. */
interface Layout {
  source: string;
  file: string;
  header: string;
  row: (n: number) => string;
  below?: string;
}

const layouts: Layout[] = [
  {
    source: "ks4_performance",
    file: "2018-2019_england_ks4final.csv",
    header: `${ks4Header},PTL2BASICS_94,PTEBACC_E_PTQ_EE`,
    row: (n) => `${ks4Row(900000 + n)},64%,40%`,
    below: `${ks4National},,`
  },
  {
    source: "absence",
    file: "2018-2019_england_abs.csv",
    header: "LA,ESTAB,URN,PERCTOT,PPERSABS10",
    row: (n) => `901,${4000 + n},${900000 + n},5.1,12.2`,
    below: "NAT,SEC,,5.5,13.7"
  },
  {
    source: "school_characteristics",
    file: "2018-2019_england_census.csv",
    header: "URN,LA,ESTAB,SCHOOLTYPE,NOR,NUMEAL,PNUMEAL,NUMFSMEVER,PNUMFSMEVER",
    row: (n) => `${900000 + n},901,${4000 + n},State-funded secondary,500,50,10.0,100,20.0`,
    below: "NAT,NAT,SEC,,,,,,"
  },
  {
    source: "exclusions",
    file: "exclusions.csv",
    header: exclusionsHeader,
    row: (n) => exclusionsRow(9014000 + n)
  }
];

/** Reads a layout with one cell of the second of six schools changed, for each cell; what is warned, and what stands in the cell. */
async function withCells(source: string, column: string, cells: readonly string[]) {
  const {file, header, row, below} = layouts.find((layout) => layout.source === source)!;
  const at = header.split(",").indexOf(column);
  const read = await readEach(
    cells.map((cell) => {
      const rows = [1, 2, 3, 4, 5, 6].map(row);
      rows[1] = rows[1].split(",").with(at, cell).join(",");
      return {[file]: lines(header, ...rows, ...(below ? [below] : []))};
    })
  );
  return Promise.all(
    read.map(async ({said, query, rows}) => {
      const missing = await query<{column_name: string}>(`describe staged.${source}`);
      const reasons = missing.map(({column_name}) => column_name).filter((name) => name.endsWith("_missing"));
      const found = await query<{reasons: string[]}>(
        `select list_filter([${reasons.map((name) => `case when ${name} = 'impossible' then '${name}' end`).join(", ")}], lambda x: x is not null) as reasons
         from staged.${source} where source_row = 3 and ${rows}`
      );
      return {warnings: said, refused: JSON.stringify(found), file};
    })
  );
}

/** The same of every cell at once, read when the first is asked for. */
function readCells(source: string, column: string, cells: readonly string[]) {
  const read = once(() => withCells(source, column, cells));
  return async (cell: string) => (await read())[cells.indexOf(cell)];
}

const percentages = [
  ["ks4_performance", "PTL2BASICS_94"],
  ["ks4_performance", "PTEBACC_E_PTQ_EE"],
  ["absence", "PERCTOT"],
  ["absence", "PPERSABS10"],
  ["school_characteristics", "PNUMEAL"],
  ["school_characteristics", "PNUMFSMEVER"]
] as const;

const counts = [
  ["ks4_performance", "TPUP"],
  ["ks4_performance", "TOTPUPS"],
  ["school_characteristics", "NOR"],
  ["school_characteristics", "NUMEAL"],
  ["school_characteristics", "NUMFSMEVER"],
  ["exclusions", "headcount"],
  ["exclusions", "perm_excl"],
  ["exclusions", "fixed_excl"],
  ["exclusions", "one_plus_fixed"]
] as const;

const impossiblePercentages = ["350", "350%", "100.1", "-0.1", "-5%", "9999", "99999", "1204"];
describe.each(percentages)("a percentage that cannot be, in %s %s", (source, column) => {
  const readCell = readCells(source, column, impossiblePercentages);

  test.each(impossiblePercentages)("“%s” is not taken, and told by file, row and column", async (cell) => {
    const {warnings, refused, file} = await readCell(cell);
    expect(warnings).toContain(`${file}, row 3, column ${column}: “${cell}” cannot be`);
    expect(refused).toContain("_missing");
  });

  test("0, 100 and what lies between are taken", async () => {
    const read = await withCells(source, column, ["0", "100", "100%", "47.25", " 3 "]);
    expect(read.map(({warnings}) => warnings)).toEqual(["", "", "", "", ""]);
  });
});

const impossibleCounts = ["-1", "-120", "9999", "99999", "-99", "-9999"];
describe.each(counts)("a count that cannot be, in %s %s", (source, column) => {
  const readCell = readCells(source, column, impossibleCounts);

  test.each(impossibleCounts)("“%s” is not taken, and told by file, row and column", async (cell) => {
    const {warnings, refused, file} = await readCell(cell);
    expect(warnings).toContain(`${file}, row 3, column ${column}: “${cell}” cannot be`);
    expect(refused).toContain("_missing");
  });

  test("0 and more are taken", async () => {
    const read = await withCells(source, column, ["0", "1"]);
    expect(read).toHaveLength(2);
    for (const {warnings} of read) expect(warnings).not.toContain("cannot be");
  });
});

describe("a mean that cannot be", () => {
  test.each([
    ["ATT8SCR", ["-1", "462", "9999"]],
    ["P8MEA", ["46.2", "-11", "9999", "-999"]]
  ])("%s %j is not taken", async (column, cells) => {
    const read = await withCells("ks4_performance", column, cells);
    for (const [i, {warnings}] of read.entries())
      expect(warnings).toContain(`column ${column}: “${cells[i]}” cannot be`);
  });

  test("a negative one of progress is taken", async () => {
    const read = await withCells("ks4_performance", "P8MEA", ["-2.4", "3.1", "0", "-0.35"]);
    expect(read.map(({warnings}) => warnings)).toEqual(["", "", "", ""]);
  });
});

describe("a decimal comma", () => {
  const commas = ["45,3", "4,25", "0,5"];
  /** What is said of each cell in the second of three rows; of a refusal with what to do. */
  const findRefusals = async (source: string, column: string, cells: readonly string[]) => {
    const {file, header, row, below} = layouts.find((layout) => layout.source === source)!;
    const at = header.split(",").indexOf(column);
    const read = await readEach(
      cells.map((cell) => {
        const rows = [1, 2, 3].map(row);
        rows[1] = rows[1].split(",").with(at, `"${cell}"`).join(",");
        return {[file]: lines(header, ...rows, ...(below ? [below] : []))};
      })
    );
    return read.map(({said}) => said);
  };

  test.each(percentages)("in %s %s is named as one", async (source, column) => {
    const said = await findRefusals(source, column, commas);
    for (const [i, cell] of commas.entries()) {
      expect(said[i]).toContain(`row 3, column ${column}: “${cell}” is neither a number nor a known code`);
      expect(said[i]).toContain("a decimal comma");
    }
  });

  test.each([
    ["absence", "PERCTOT", "45,123"],
    ["ks4_performance", "ATT8SCR", "46,125"],
    ["school_characteristics", "PNUMEAL", "10,000"]
  ])("%s %s “%s”, which would be a thousand, is not taken", async (source, column, cell) => {
    const [said] = await findRefusals(source, column, [cell]);
    expect(said).toContain(`row 3, column ${column}: “${cell}” cannot be`);
    expect(said).toContain("a decimal comma taken for the mark of a thousand");
  });

  test("0,123 is no thousand, whatever the column", async () => {
    expect((await findRefusals("ks4_performance", "P8MEA", ["0,123"]))[0]).toContain("a decimal comma");
  });

  test("1,204 pupils are a thousand and more", async () => {
    expect(await findRefusals("school_characteristics", "NOR", ["1,204"])).toEqual([""]);
  });
});

describe("a column scaled against its own totals", () => {
  const scaled = (by: number, column: "PERCTOT" | "PPERSABS10") => {
    const cell = (value: number, name: string) => String(Number((name === column ? value * by : value).toPrecision(6)));
    const rows = [1, 2, 3, 4, 5, 6, 7].map(
      (n) => `901,${4000 + n},${900000 + n},${cell(4 + n / 10, "PERCTOT")},${cell(10 + n, "PPERSABS10")}`
    );
    return readFolder({
      "2018-2019_england_abs.csv": lines("LA,ESTAB,URN,PERCTOT,PPERSABS10", ...rows, "NAT,SEC,,4.5,13.7")
    });
  };

  test.each([
    [0.01, "PERCTOT"],
    [0.01, "PPERSABS10"],
    [100, "PERCTOT"],
    [100, "PPERSABS10"]
  ] as const)("by %d in %s is named, and not taken", async (by, column) => {
    const {warnings, query, close} = await scaled(by, column);
    expect(warnings.join("\n")).toContain(`2018-2019_england_abs.csv, column ${column}: the schools’ figures`);
    expect(warnings.join("\n")).toContain("the column was scaled");
    const name = column === "PERCTOT" ? "overall_absence_pct" : "persistent_absence_10_pct";
    expect(await query(`select count(${name})::integer as n from staged.absence where level = 'school'`)).toEqual([
      {n: 0}
    ]);
    close();
  });

  test("leaves a cell that has a code its own reason", async () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].map(
      (n) => `901,${4000 + n},${900000 + n},${n === 2 ? "SUPP" : 0.04 + n / 1000},12`
    );
    const {query, close} = await readFolder({
      "2018-2019_england_abs.csv": lines("LA,ESTAB,URN,PERCTOT,PPERSABS10", ...rows, "NAT,SEC,,4.5,13.7")
    });
    const reasons = `select overall_absence_pct_missing::varchar as reason, count(*)::integer as n from staged.absence
      where level = 'school' group by all order by n`;
    expect(await query(reasons)).toEqual([
      {reason: "suppressed", n: 1},
      {reason: "impossible", n: 6}
    ]);
    close();
  });

  test.each([1, 2, 0.5])("by %d it is taken as it is", async (by) => {
    const {warnings, close} = await scaled(by, "PERCTOT");
    expect(warnings).toEqual([]);
    close();
  });
});
