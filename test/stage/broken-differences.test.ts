import {describe, expect, test} from "vitest";
import {rows} from "../../pipelines/warehouse.ts";
import {lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

interface Accounts {
  pupils: number;
  staff: number;
  reserve: number;
  balance: number;
  income: number;
  spent: number;
}

const header =
  'LA,LA Name,Estab,LAEstab,Did Not Supply flag,Lead school in federation,London Weighting,No pupils,Overall Phase,School Name,URN,Period covered by return,Federation,E01 Teaching staff,E05 Administrative and clerical staff,E22 Administrative supplies,"E28a Bought in professional services, other, not PFI",Revenue Reserve: B01 + B02 + B06,In-year Balance: Total Income (I01:I18 - E30) - Total Expenditure (E01:E29 + E31 + E32),Total Income: I01:I18 - E30,Total Expenditure: (E01:E29 + E31 + E32)';

/** Accounts of twelve schools, as the change given makes them. */
const file = (change: (accounts: Accounts, i: number) => Partial<Accounts>, months = 12): string =>
  lines(
    header,
    ...Array.from({length: 12}, (_, i) => {
      const usual = {
        pupils: 200 + 7 * i,
        staff: 41_003 + 101 * i,
        reserve: 60_000 + 1009 * i,
        spent: 900_007 + 30_011 * i
      };
      const accounts = {...usual, income: usual.spent + 501 + i, balance: 501 + i};
      const {pupils, staff, reserve, balance, income, spent} = {...accounts, ...change(accounts, i)};
      return `601,Aldermarch,${2001 + i},${6012001 + i},N,0,Neither,${pupils},Primary,School ${i},${900001 + i},${months},No,550000,${staff},9000,20000,${reserve},${balance},${income},${spent}`;
    })
  );

async function stageFile(text: string) {
  const {warehouse, warnings} = await ranUpTo({"CFR_2021-22_Full_Data_Workbook.csv": text}, "staged");
  const found = await rows<{spent: number | null; pupils: number | null; staff: number | null}>(
    warehouse,
    "select total_expenditure as spent, pupils, administrative_staff as staff from staged.finance_maintained order by urn"
  );
  return {said: warnings.filter((line) => /, row \d+, /.test(line)), found};
}

const column = "CFR_2021-22_Full_Data_Workbook.csv, row 4, column";

describe("accounts of schools", () => {
  test("that add up are taken as they are", async () => {
    const {said, found} = await stageFile(file(() => ({})));
    expect(said).toEqual([]);
    expect(found.map(({spent}) => spent)).toEqual(Array.from({length: 12}, (_, i) => 900_007 + 30_011 * i));
  });

  test("with income and expenditure exchanged are not taken", async () => {
    const {said, found} = await stageFile(file(({income, spent}) => ({income: spent, spent: income})));
    expect(said).toEqual([
      expect.stringMatching(/though .* is -501: so for 12 of 12 schools, which keep to it with the two exchanged/)
    ]);
    expect(found.every(({spent}) => spent === null)).toBe(true);
  });

  test("with one total that its row does not come to are not taken from that row", async () => {
    const {said, found} = await stageFile(file(({spent}, i) => (i === 2 ? {spent: spent + 100_000} : {})));
    expect(said).toEqual([expect.stringContaining(`${column} In-year Balance`)]);
    expect(found.flatMap(({spent}, i) => (spent === null ? [i] : []))).toEqual([2]);
  });

  test("that all follow another rule are taken, since it is the file’s", async () => {
    expect((await stageFile(file(({balance}) => ({balance: balance + 70_000})))).said).toEqual([]);
  });

  test.each<[string, (accounts: Accounts) => Partial<Accounts>, string]>([
    [
      "in thousands",
      ({staff, reserve, balance, income, spent}) => ({
        staff: staff / 1000,
        reserve: reserve / 1000,
        balance: balance / 1000,
        income: income / 1000,
        spent: spent / 1000
      }),
      "cannot be, of 214 pupils; neither is taken"
    ],
    [
      "in pence",
      ({staff, reserve, balance, income, spent}) => ({
        staff: staff * 100,
        reserve: reserve * 100,
        balance: balance * 100,
        income: income * 100,
        spent: spent * 100
      }),
      "cannot be, of 214 pupils; not taken"
    ],
    [
      "with ten times its pupils",
      ({pupils}) => ({pupils: pupils * 10}),
      "cannot be, of 2,140 pupils; neither is taken"
    ],
    [
      "with more spent on staff than in all",
      ({spent}) => ({staff: spent + 1}),
      "is more than 960029 in column Total Expenditure"
    ],
    [
      "with expenditure below nothing",
      ({spent}) => ({spent: -spent}),
      "“-960029” cannot be: no such figure is negative"
    ]
  ])("of one school %s are not taken", async (_, change, message) => {
    const {said, found} = await stageFile(file((accounts, i) => (i === 2 ? change(accounts) : {})));
    expect(said.join("\n")).toContain(message);
    expect(found.flatMap(({spent}, i) => (spent === null ? [i] : []))).toEqual([2]);
  });

  test("of more than twelve months are not taken", async () => {
    const {said} = await stageFile(file(() => ({}), 120));
    expect(said).toEqual([expect.stringContaining("column Period covered by return: “120” cannot be (and 11 more)")]);
  });
});
