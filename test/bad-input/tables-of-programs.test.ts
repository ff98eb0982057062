import {describe, expect, test} from "vitest";
import {readFolder} from "../support/read-files.ts";
import {absenceFile, lines} from "../support/published-files.ts";

const file = "2017-2018_england_abs.csv";
const other = absenceFile(...[1, 2, 3].map((n) => `901,${4000 + n},${900000 + n},5.1,12.2`));
const header = "LA,ESTAB,URN,PERCTOT,PPERSABS10";
const school = (n: number) => `901,400${n},90000${n},5.1,12.2`;
const nation = "NAT,SEC,,5.5,13.7";
const numbers = [1, 2, 3, 4, 5];

/** How many schools and totals were read of the file, beside a sound one of another year, and what was said. */
async function read(text: string) {
  const {warnings, query, close} = await readFolder({"2018-2019_england_abs.csv": other, [file]: text});
  const [found] = await query<{schools: number; nations: number}>(
    `select count(*) filter (level = 'school')::integer as schools, count(*) filter (level = 'national')::integer as nations
     from staged.absence where academic_year = 2018`
  );
  close();
  return {...found, said: warnings.join("\n")};
}

describe("an index that a program wrote before a table marks it as somebody’s own", () => {
  test.each([
    "X",
    "x",
    "...1",
    "index",
    "level_0",
    "row.names",
    "row_id",
    "rownames",
    "__index_level_0__",
    "Unnamed: 0"
  ])("%s", async (name) => {
    const {schools, said} = await read(
      lines(`${name},${header}`, ...numbers.map((n) => `${n},${school(n)}`), `6,${nation}`)
    );
    expect([schools, said]).toEqual([0, expect.stringMatching(/like absence, but not as published: it has an index/)]);
  });
});

test("columns of the register mark a table that somebody joined", async () => {
  const {schools, said} = await read(
    lines(`${header},Trusts (name)`, ...numbers.map((n) => `${school(n)},Ash`), `${nation},`)
  );
  expect([schools, said]).toEqual([0, expect.stringContaining("columns of the register (Trusts (name))")]);
});

describe("a row in which a program wrote a word for nothing in every cell is no row", () => {
  test.each(["nan", "NaN", "NULL", "NA", "None", "#N/A", "<NA>", "\u00a0"])("%s", async (word) => {
    const empty = header.replace(/[^,]+/g, word);
    const {schools, nations, said} = await read(lines(header, ...numbers.map(school), nation, empty));
    expect([schools, nations, said]).toEqual([5, 1, `${file}: 1 row without content, left out`]);
  });
});

test("files that were put one below another are left out, with the row where the second begins", async () => {
  const {schools, said} = await read(lines(header, ...numbers.map(school), nation, header, school(6), nation));
  expect([schools, said]).toEqual([
    0,
    expect.stringContaining(`${file}, row 8: the header stands again: several files`)
  ]);
});

describe("a column of years in a table of one year", () => {
  const withYears = (name: string, year: (n: number) => string) =>
    read(lines(`${header},${name}`, ...numbers.map((n) => `${school(n)},${year(n)}`), `${nation},`));

  test.each([
    ["year", "2018"],
    ["Year", "2017"],
    ["time_period", "201718"],
    ["academic_year", "2017/18"],
    ["School Year", "2017-2018"],
    ["academic year", "2018.0"],
    ["year", "eight"]
  ])("%s, %s: says nothing else than its name", async (name, said) => {
    expect(await withYears(name, () => said)).toEqual({schools: 5, nations: 1, said: ""});
  });

  test.each([
    ["time_period", () => "201617", "row 2, column time_period: says “201617”, and the file is of 2017/18"],
    ["year", () => "2019", "row 2, column year: says “2019”"],
    ["academic_year", (n: number) => `201${n + 5}/1${n + 6}`, "row 2, column academic_year: says “2016/17”"]
  ])("%s of other years: the file is left out", async (name, year, said) => {
    expect(await withYears(name, year)).toMatchObject({schools: 0, said: expect.stringContaining(said) as string});
  });
});
