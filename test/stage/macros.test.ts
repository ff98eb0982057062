import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {listedCodes, makeReasonReader} from "../../pipelines/stage/reason-reader.ts";
import {openWarehouse, quote, rows, type Warehouse} from "../../pipelines/warehouse.ts";
import {parseAcademicYear} from "../../src/vocabulary/academic-year.ts";

const sources = await readSources();
let warehouse: Warehouse;
let close: () => void;

beforeAll(async () => {
  ({warehouse, close} = await openWarehouse());
  const codes = await listedCodes(warehouse);
  for (const source of sources) await makeReasonReader(warehouse, source, codes);
});
afterAll(() => close());

/** What a macro makes of each cell. */
async function read<T>(macro: string, cells: readonly string[]): Promise<T[]> {
  const found = await rows<{x: T}>(
    warehouse,
    `select ${macro}(cell)::${macro === "published_number" ? "double" : "varchar"} as x
     from (select unnest([${cells.map(quote).join(", ")}]) as cell, unnest(range(${cells.length})) as i) order by i`
  );
  return found.map(({x}) => x);
}

const odd = fc.constantFrom(
  "SUPP",
  "c",
  " supp ",
  "SUPP*",
  "NaN",
  "nan",
  "inf",
  "-Infinity",
  "1e999",
  "1_000",
  "0x1F",
  "-",
  ".",
  "..",
  "%",
  "+",
  "1,00",
  ",5",
  "true",
  "1 2",
  "",
  "  "
);
const digits = fc.string({unit: fc.constantFrom(..."0123456789.,-+%eE_ xX:~"), maxLength: 8});
const anything = fc.string({unit: "binary", maxLength: 12}).filter((text) => !text.includes("\0"));
const cells = fc.array(fc.oneof(odd, digits, anything), {minLength: 1, maxLength: 200});

describe("a published cell is a number or a reason, never both", () => {
  test.each(sources.map(({id}) => id))("for any text at all in %s", (id) =>
    fc.assert(
      fc.asyncProperty(cells, async (texts) => {
        const numbers = await read<number | null>("published_number", texts);
        const reasons = await read<string | null>(`missing_reason_${id}`, texts);
        texts.forEach((text, i) =>
          expect(numbers[i] === null || reasons[i] === null, `“${text}”: ${numbers[i]} and ${reasons[i]}`).toBe(true)
        );
      }),
      {numRuns: 8}
    )
  );

  test("and a number is a finite number", () =>
    fc.assert(
      fc.asyncProperty(cells, async (texts) => {
        for (const x of await read<number | null>("published_number", texts))
          expect(x === null || Number.isFinite(x)).toBe(true);
      }),
      {numRuns: 40}
    ));

  test.each([
    "NaN",
    "nan",
    "inf",
    "-inf",
    "Infinity",
    "1_000",
    "1e999",
    "-1e999",
    "0x1F",
    "1,00",
    "10,00,000",
    "1 2",
    "12 %",
    "",
    "true"
  ])("%j is no number", async (cell) => {
    expect(await read("published_number", [cell])).toEqual([null]);
  });

  test("every code of the list has its reason, in any case and with space around it", async () => {
    const listed = await rows<{code: string; codes: string; source: string | null; reason: string}>(
      warehouse,
      "select code, codes, source, reason from missing_code"
    );
    for (const {id, codes} of sources) {
      const own = listed.filter((line) => line.codes === codes && line.source === id);
      const shared = listed.filter(
        (line) => line.codes === codes && line.source === null && !own.some((o) => o.code === line.code)
      );
      for (const {code, reason} of [...own, ...shared]) {
        const written = [code, code.toLowerCase(), ` ${code} `];
        expect(await read(`missing_reason_${id}`, written), `${id} ${code}`).toEqual(written.map(() => reason));
      }
    }
  });
});

describe("published_number(cell)", () => {
  const back = (write: (x: number) => {cell: string; is: number}, among: fc.Arbitrary<number>) =>
    fc.assert(
      fc.asyncProperty(fc.array(among, {minLength: 1, maxLength: 200}), async (numbers) => {
        const written = numbers.map(write);
        const found = await read<number>(
          "published_number",
          written.map(({cell}) => cell)
        );
        expect(found.map((x) => x + 0)).toEqual(written.map(({is}) => is)); // −0 and 0 are one number to a publisher
      }),
      {numRuns: 15}
    );
  const plain = (text: string) => Number(text) + 0;
  const usual = fc.double({noNaN: true, min: -1e6, max: 1e6});

  test.each([0, 1, 2, 5])("a number with %i decimals comes back", (places) =>
    back((x) => ({cell: ` ${x.toFixed(places)} `, is: plain(x.toFixed(places))}), usual)
  );

  test("a percentage comes back without its sign", () =>
    back((x) => ({cell: `${x.toFixed(1)}%`, is: plain(x.toFixed(1))}), usual));

  test("an amount of money comes back without its sign", async () => {
    const cells = ["£45,421", "£0.50", "-£1,200", "£", "45£", "££1"];
    expect(await read("published_number", cells)).toEqual([45421, 0.5, -1200, null, null, null]);
  });

  test("a number with commas at the thousands comes back", () =>
    back((n) => ({cell: n.toLocaleString("en-GB"), is: n}), fc.integer({min: -1e9, max: 1e9})));

  test("a number with an exponent comes back", () =>
    back(
      (x) => ({cell: x.toExponential(2).toUpperCase(), is: plain(x.toExponential(2))}),
      fc.double({noNaN: true, min: 1e-9, max: 1e9})
    ));

  test("a number without the nought before its point comes back", () =>
    back((n) => ({cell: `.${String(n).padStart(3, "0")}`, is: n / 1000}), fc.integer({min: 0, max: 999})));

  test("a number with a plus before it comes back", () =>
    back((n) => ({cell: `+${(n / 100).toFixed(2)}`, is: n / 100}), fc.integer({min: 0, max: 999})));
});

describe("published_date(cell)", () => {
  const month = (date: Date) => date.toLocaleString("en-GB", {month: "short", timeZone: "UTC"}).slice(0, 3);
  const two = (n: number) => String(n).padStart(2, "0");
  const styles: Record<string, (d: number, m: number, y: number, date: Date) => string> = {
    "01-09-2011": (d, m, y) => `${two(d)}-${two(m)}-${y}`,
    "01/09/2011": (d, m, y) => `${two(d)}/${two(m)}/${y}`,
    "Sep  1 2011 12:00AM": (d, _, y, date) => `${month(date)} ${String(d).padStart(2)} ${y} 12:00AM`,
    "2011-09-01": (d, m, y) => `${y}-${two(m)}-${two(d)}`,
    "01/09/2011 00:00": (d, m, y) => `${two(d)}/${two(m)}/${y} 00:00`,
    "01-09-2011 00:00:00": (d, m, y) => `${two(d)}-${two(m)}-${y} 00:00:00`
  };
  const days = fc.date({min: new Date("1800-01-01"), max: new Date("2099-12-31"), noInvalidDate: true});

  test.each(Object.keys(styles))("any day written as %s is that day", (style) =>
    fc.assert(
      fc.asyncProperty(fc.array(days, {minLength: 1, maxLength: 100}), async (dates) => {
        const written = dates.map((date) =>
          styles[style](date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear(), date)
        );
        expect(await read("published_date", written)).toEqual(dates.map((date) => date.toISOString().slice(0, 10)));
      }),
      {numRuns: 10}
    )
  );

  test.each(["31/02/2012", "29-02-2011", "00/01/2012", "2012", "1 Sep", "Total", "09/31/2011", "", "01-09-11"])(
    "%j is no date",
    async (cell) => {
      expect(await read("published_date", [cell])).toEqual([null]);
    }
  );

  test("no text whatever stops it", () =>
    fc.assert(
      fc.asyncProperty(cells, async (texts) => {
        expect(await read("published_date", texts)).toHaveLength(texts.length);
      }),
      {numRuns: 20}
    ));
});

describe("published_year(cell)", () => {
  const asParsed = (text: string): string | null => {
    try {
      return String(parseAcademicYear(text));
    } catch {
      return null;
    }
  };
  const near = fc
    .tuple(
      fc.integer({min: 1890, max: 2110}),
      fc.constantFrom("", "/", "-", "_", " "),
      fc.integer({min: -1, max: 2}),
      fc.boolean()
    )
    .map(
      ([year, between, ahead, short]) => `${year}${between}${short ? String(year + ahead).slice(-2) : year + ahead}`
    );
  const far = fc.string({unit: fc.constantFrom(..."0129/-_a"), maxLength: 10});

  test("is what parseAcademicYear makes of the same text", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(near, far), {minLength: 1, maxLength: 200}), async (texts) => {
        expect(await read("published_year", texts)).toEqual(texts.map(asParsed));
      }),
      {numRuns: 30}
    ));

  test.each([
    ["201819", "2019"],
    ["2018/2019", "2019"],
    ["1999/00", "2000"],
    ["2018/1919", null],
    ["2018/2119", null]
  ])("%s is %s", async (text, year) => {
    expect(await read("published_year", [text])).toEqual([year]);
  });
});

test("published_phase reads primary, secondary and special in any words, and leaves others", async () => {
  const words = ["State-funded primary", "Primary schools", "SPECIAL", "Total", "Alternative provision"];
  expect(await read("published_phase", words)).toEqual([
    "primary",
    "primary",
    "special",
    "total",
    "alternative provision"
  ]);
});

test("published_level is null where a row is called a school or an authority and has no number to say which", async () => {
  const cases = await rows(
    warehouse,
    `select published_level(level, is_school, la_code, region) as x
     from (values ('School', true, '901', 'East'), ('School', false, '901', 'East'), ('School', null, '901', 'East'),
                  ('Local authority', null, '901', 'East'), ('Local authority', null, null, 'East'),
                  ('Regional', null, null, 'East'), ('Regional', null, null, null), ('National', null, null, null),
                  ('Ward', null, '901', 'East')) as t(level, is_school, la_code, region)`
  );
  expect(cases.map(({x}) => x)).toEqual([
    "school",
    null,
    null,
    "local_authority",
    null,
    "region",
    null,
    "national",
    null
  ]);
});
