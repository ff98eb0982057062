import {describe, expect, test} from "vitest";
import {findStrangeYears} from "../../pipelines/stage/other-years.ts";
import {haveAll, rank, readSchoolPanels, type SchoolPanel} from "../../pipelines/stage/school-panel.ts";
import {ranUpTo} from "../support/make-warehouse.ts";
import {absenceFile, ks4File, ks4Row} from "../support/published-files.ts";

const SCHOOLS = 600;

/** A number from 0 to 1 that looks random. */
const chance = (...of: readonly number[]): number => {
  const x = Math.sin(of.reduce((sum, one, i) => sum + one * (12.9898 + 65.31 * i), 1)) * 43758.5453;
  return x - Math.floor(x);
};

/** Schools with a level of their own in two columns, that wander from year to year as rolls do. */
function panel(years = 5): {columns: string[]; figures: Map<string, Float64Array[]>} {
  const make = (column: number, level: number): Float64Array[] => {
    const at = Float64Array.from({length: SCHOOLS}, (_, i) => level * (0.5 + chance(i, column)));
    return Array.from({length: years}, (_, year) => {
      for (let i = 0; i < SCHOOLS; i++) at[i] += level * 0.1 * (chance(i, column, year + 1) - 0.5);
      return at.slice();
    });
  };
  return {
    columns: ["roll", "share"],
    figures: new Map([
      ["roll", make(1, 300)],
      ["share", make(2, 20)]
    ])
  };
}

const said = ({columns, figures}: ReturnType<typeof panel>): string[] => {
  const years = figures.get("roll")!.map((_, i) => ({year: 2012 + i, file: `file of ${2012 + i}`}));
  return findStrangeYears([
    {schools: [], source: "made", columns, years, figures, printed: figures} satisfies SchoolPanel
  ]);
};

describe("schools’ figures beside those of their other years", () => {
  test("as they are give nothing to say, nor do few years or few schools", () => {
    for (const years of [1, 2, 3, 5, 9]) expect(said(panel(years))).toEqual([]);
  });

  test.each([0, 2, 4])("year %i with a column sorted by itself is said", (year) => {
    const made = panel();
    made.figures.get("share")![year].sort();
    expect(said(made)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^file of ${2012 + year}, share: which schools are high and which are low in ${2011 + year}/${12 + year} has little to do`
        )
      )
    ]);
  });

  test.each([0, 2, 4])("year %i with a column moved by one school is said", (year) => {
    const made = panel();
    const of = made.figures.get("roll")!;
    of[year] = Float64Array.from([...of[year].slice(1), of[year][0]]);
    expect(said(made)).toHaveLength(1);
    expect(said(made)[0]).toContain(`file of ${2012 + year}, roll: `);
  });

  test.each([0, 2, 4])("year %i with the lower half of a column moved by one school is said", (year) => {
    const made = panel();
    const of = made.figures.get("roll")!;
    of[year] = of[year].map((own, i) => (i > SCHOOLS / 2 ? of[year][i - 1] : own));
    expect(said(made)).toEqual([expect.stringContaining(`file of ${2012 + year}, roll: `)]);
  });

  test.each([0, 2, 4])("year %i with two columns in each other’s places is said", (year) => {
    const made = panel();
    const [roll, share] = ["roll", "share"].map((name) => made.figures.get(name)!);
    [roll[year], share[year]] = [share[year], roll[year]];
    expect(said(made).filter((line) => line.includes("changed places"))).toEqual([
      expect.stringContaining(
        `file of ${2012 + year}: roll and share of ${2011 + year}/${12 + year} fit the same schools’ other years only when exchanged`
      )
    ]);
  });

  test.each([0, 1, 3])("year %i and the next under each other’s names are said", (year) => {
    const made = panel();
    for (const of of made.figures.values()) [of[year], of[year + 1]] = [of[year + 1], of[year]];
    expect(said(made)).toEqual([
      expect.stringContaining(
        `file of ${2012 + year}, file of ${2013 + year}: schools’ figures of ${2011 + year}/${12 + year} and ${2012 + year}/${13 + year} (`
      )
    ]);
  });

  test("a jump of all schools in one year, as in a pandemic, is nothing to say", () => {
    const made = panel();
    made.figures.get("share")![2] = made.figures.get("share")![2].map((x) => 1.7 * x + 4);
    expect(said(made)).toEqual([]);
  });
});

test("ranks go from 0 to 1, alike share theirs, and none has none", () => {
  expect([...rank(Float64Array.from([3, NaN, 1, 3, 9]))]).toEqual([0.5, NaN, 0, 0.5, 1]);
  expect(haveAll(Float64Array.from([1, NaN, 2]), Float64Array.from([1, 1, NaN]))).toEqual([0]);
});

test("figures are read by school, year and file; what a row contradicts is still printed", async () => {
  const {warehouse, sources} = await ranUpTo(
    {
      "2016-2017_england_abs.csv": absenceFile("901,4001,900001,4.5,10", "901,4002,900002,5.5,12"),
      "2017-2018_england_abs.csv": absenceFile("901,4001,900001,4.7,11"),
      "2017-2018_england_ks4final.csv": ks4File(ks4Row(900001, {attainment: "45"}))
    },
    "staged"
  );
  const [absence] = (await readSchoolPanels(warehouse, sources)).filter(({source}) => source === "absence");
  expect(absence.years.map(({year, file}) => [year, file])).toEqual([
    [2017, "2016-2017_england_abs.csv"],
    [2018, "2017-2018_england_abs.csv"]
  ]);
  const overall = absence.figures.get("overall_absence_pct")!.map((of) => [...of].sort());
  expect(overall).toEqual([
    [4.5, 5.5],
    [4.7, NaN]
  ]);
});

test("absence overall and of those who are away most, in each other’s columns, is said though the row contradicts one", async () => {
  const file = (year: number, header: string): string => {
    const rows = Array.from({length: 40}, (_, i) => {
      const overall = 5 + 3 * chance(i) + 0.3 * chance(i, year);
      const most = Math.max(0.4, (overall - 4) * 0.9);
      return `901,${4001 + i},${900001 + i},${overall.toFixed(1)},${(most + 2).toFixed(1)},${most.toFixed(1)}`;
    });
    return `${[header, ...rows, "NAT,SEC,,6.5,8,4"].join("\n")}\n`;
  };
  const right = "LA,ESTAB,URN,PERCTOT,PPERSABS15,PPERSABS20";
  const {warnings} = await ranUpTo(
    {
      "2010-2011_england_abs.csv": file(2011, "LA,ESTAB,URN,PPERSABS20,PPERSABS15,PERCTOT"),
      "2011-2012_england_abs.csv": file(2012, right),
      "2012-2013_england_abs.csv": file(2013, right),
      "2013-2014_england_abs.csv": file(2014, right)
    },
    "staged"
  );
  expect(warnings.filter((line) => line.includes("have changed places: taken") || line.includes("only when"))).toEqual([
    expect.stringContaining("2010-2011_england_abs.csv: overall_absence_pct and persistent_absence_20_pct of 2010/11")
  ]);
});
