import {range} from "d3";
import {beforeAll, describe, expect, test} from "vitest";
import {outcomes} from "../support/outcomes.ts";

// Invented schools, under the header of the file as the Department published it in 2026.
const header =
  "time_identifier,time_period,geographic_level,country_code,country_name,region_name,old_la_code,la_name,estab,school_laestab,school_urn,school_name,trust_name,academy_type,academy_open_date,education_phase,headcount,perm_excl,perm_excl_rate,suspension,susp_rate,one_plus_susp,one_plus_susp_rate";
const years = range(2007, 2026);
const schools = [900001, 900002, 900003];
const terms = ["Autumn term", "Spring term", "Summer term"];

/** What happened in one term: of invented numbers, different for each school, year and term. */
function happened(urn: number, year: number, term: number) {
  const suspended = ((urn + year) % 7) + term;
  return {suspensions: suspended * 2 + (term % 2), suspended, permanent: (urn + year + term) % 2};
}

function row(name: string, urn: number, year: number, counts: ReturnType<typeof happened>): string {
  const estab = urn - 900001 + 4001;
  const of = 200 + (urn % 10) * 50;
  const rate = (count: number): string => ((100 * count) / of).toFixed(5);
  const {suspensions, suspended, permanent} = counts;
  return `${name},${year - 1}${String(year).slice(2)},School,E92000001,England,North East,901,Ashshire,${estab},901${estab},${urn},School ${urn},z,z,z,State-funded secondary,${of},${permanent},${rate(permanent)},${suspensions},${rate(suspensions)},${suspended},${rate(suspended)}`;
}

const each = (collectRows: (urn: number, year: number) => string[]): string =>
  `${[header, ...years.flatMap((year) => schools.flatMap((urn) => collectRows(urn, year)))].join("\n")}\n`;

const termly = each((urn, year) => terms.map((name, term) => row(name, urn, year, happened(urn, year, term))));
const yearly = each((urn, year) => {
  const all = terms.map((_, term) => happened(urn, year, term));
  const sum = (of: "suspensions" | "permanent"): number => all.reduce((total, one) => total + one[of], 0);
  // A pupil suspended in two terms is one pupil of the year.
  return [
    row("Academic year", urn, year, {
      suspensions: sum("suspensions"),
      permanent: sum("permanent"),
      suspended: all[2].suspended + 1
    })
  ];
});

type OutcomeRow = Awaited<ReturnType<typeof outcomes>>[number];

const numbers = (rows: readonly OutcomeRow[]): string[] =>
  rows.map(({school_id, academic_year, value, missing}) => `${school_id} ${academic_year} ${value ?? missing}`).sort();

const measures = ["suspension_rate", "permanent_exclusion_rate", "suspended_pupils_pct"] as const;
type Read = Record<(typeof measures)[number], OutcomeRow[]>;

async function read(files: Record<string, string>): Promise<Read> {
  const found = await Promise.all(measures.map(async (id) => [id, await outcomes(files, id)] as const));
  return Object.fromEntries(found) as Read;
}

describe("exclusions by the row of a year and by the rows of its terms", () => {
  let byYear: Read;
  let byTerm: Read;
  let both: Read;
  beforeAll(async () => {
    byYear = await read({"annual/exc_school.csv": yearly});
    byTerm = await read({"termly/exc_school.csv": termly});
    both = await read({"annual/exc_school.csv": yearly, "termly/exc_school.csv": termly});
  }, 60_000);

  test.each(["suspension_rate", "permanent_exclusion_rate"] as const)(
    "%s is the same number by both ways, 2006/07 to 2024/25",
    (id) => {
      expect(byYear[id].filter(({value}) => value !== null)).toHaveLength(years.length * schools.length);
      expect(numbers(byTerm[id])).toEqual(numbers(byYear[id]));
    }
  );

  test("a year’s count is out of its pupils: 25 suspensions of 250 pupils are 10 in a hundred", () => {
    const suspensions = terms.reduce((sum, _, term) => sum + happened(900001, 2008, term).suspensions, 0);
    const one = byYear.suspension_rate.find(
      ({school_id, academic_year}) => school_id === 900001 && academic_year === 2008
    )!;
    expect([suspensions, one.value]).toEqual([25, 10]);
  });

  test("pupils suspended are never summed over terms", () => {
    expect(new Set(byTerm.suspended_pupils_pct.map(({value, missing}) => value ?? missing))).toEqual(
      new Set(["terms_overlap"])
    );
    const one = byYear.suspended_pupils_pct.find(
      ({school_id, academic_year}) => school_id === 900001 && academic_year === 2008
    )!;
    expect(one.value).toBeCloseTo((100 * (happened(900001, 2008, 2).suspended + 1)) / 250, 9);
  });

  test("with both files at hand the rows of years stand", () => {
    for (const id of measures) expect(numbers(both[id])).toEqual(numbers(byYear[id]));
  });
});
