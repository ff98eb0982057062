import {describe, expect, test} from "vitest";
import {lines, type Files} from "../support/published-files.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

const header = [
  "URN,LAEstab,LA,LA Name,School Name,Overall Phase,Did Not Supply flag,Federated submission,Lead school in federation",
  "Period covered by return,No pupils,Total Income: I01:I18 - E30,Total Expenditure: (E01:E29 + E31 + E32)",
  "E01 Teaching staff,E05 Administrative and clerical staff,E22 Administrative supplies",
  '"E28a Bought in professional services, other, not PFI",Revenue Reserve: B01 + B02 + B06',
  "In-year Balance: Total Income (I01:I18 - E30) - Total Expenditure (E01:E29 + E31 + E32)"
].join(",");

/** The returns of a financial year: of each school its number and that of the school that makes its return, 0 for none. */
const returns = (year: string, ...schools: [school: number, lead: number][]): Files => ({
  [`CFR_${year}_Full_Data_Workbook.csv`]: lines(
    header,
    ...schools.map(([school, lead]) => {
      const federation = lead === 0 ? "No" : lead === school ? "Lead school" : "Non returning school";
      const own = `${900000 + school},${5514000 + school},551,Marsh,School ${school},Primary`;
      return `${own},N,${federation},${lead === 0 ? 0 : 5514000 + lead},12,200,9,9,9,9,9,9,9,9`;
    })
  )
});

const registered = (...schools: [school: number, joined: string][]): Files => ({
  "alllinksdata20220831.csv": lines(
    "URN,Group UID,Group Name,Group Type,Group Status,Joined date,EstablishmentName,TypeOfEstablishment (name)",
    ...schools.map(
      ([school, joined]) =>
        `${900000 + school},7001,The Marsh Federation,Federation,Open,${joined},School,Community school`
    )
  )
});

const federations = async (files: Files) => {
  const query = await makeWarehouse(files, "checks");
  return query<Record<string, unknown>>(
    `select school_id - 900000 as school, partnership, partnership_name, joined::varchar as joined, joined_precision, no_date,
       left_after::varchar as left_after, left_before::varchar as left_before, membership_source, other_sources
     from membership where partnership_type = 'federation' order by school`
  );
};

describe("schools that make one financial return together", () => {
  test("are in a federation, of which the first year of the files does not tell the beginning", async () => {
    const found = await federations(returns("2021-22", [1, 1], [2, 1], [3, 0]));
    expect(found).toMatchObject([
      {school: 1, partnership: "federation:5514001", partnership_name: "Federation led by School 1", joined: null},
      {school: 2, no_date: "before the files begin", membership_source: "finance"}
    ]);
  });

  test("joined in the first financial year in which they do, and left after the last", async () => {
    const found = await federations({
      ...returns("2021-22", [1, 1], [2, 1], [3, 0]),
      ...returns("2022-23", [1, 1], [2, 1], [3, 1]),
      ...returns("2023-24", [1, 1], [2, 0], [3, 1])
    });
    expect(found[1]).toMatchObject({school: 2, left_after: "2023-03-31", left_before: "2024-03-31"});
    expect(found[2]).toMatchObject({school: 3, joined: "2022-04-01", joined_precision: "year", left_before: null});
  });

  test("stay one federation when another school comes to make the return", async () => {
    const found = await federations({
      ...returns("2021-22", [1, 1], [2, 1]),
      ...returns("2022-23", [1, 2], [2, 2])
    });
    expect(found.map(({partnership}) => partnership)).toEqual(["federation:5514001", "federation:5514001"]);
  });

  test("are in the register’s federation where it has two of them, with its dates, and both sources are kept", async () => {
    const found = await federations({
      ...registered([1, "01-09-2012"], [2, "01-09-2014"]),
      ...returns("2021-22", [1, 1], [2, 1]),
      ...returns("2022-23", [1, 1], [2, 1], [3, 1])
    });
    expect(found).toMatchObject([
      {school: 1, partnership: "7001", joined: "2012-09-01", membership_source: "register", other_sources: ["finance"]},
      {school: 2, partnership: "7001", joined: "2014-09-01"},
      {school: 3, partnership: "7001", joined: "2022-04-01", membership_source: "finance", other_sources: []}
    ]);
  });

  test("are in none if nobody shares the return", async () => {
    expect(await federations(returns("2021-22", [1, 1], [2, 0]))).toEqual([]);
  });
});
