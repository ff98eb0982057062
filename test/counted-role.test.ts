import {describe, expect, test} from "vitest";
import {ks4File, ks4Row, lines, type Files} from "./support/published-files.ts";
import {warehouseOf} from "./support/warehouse-of.ts";

/** Twelve schools, the higher the number the better the results; one joins early, a low one late. */
const files = (early: number, type = "Academy converter"): Files => ({
  ...Object.fromEntries(
    [2016, 2017, 2018].map((year) => [
      `${year - 1}-${year}_england_ks4final.csv`,
      ks4File(
        ...Array.from({length: 12}, (_, i) =>
          ks4Row(900001 + i, {attainment: String(32 + 2 * i), estab: String(4001 + i)})
        )
      )
    ])
  ),
  "alllinksdata20220831.csv": lines(
    "URN,Group UID,Group Name,Group Type,Group Status,Joined date,Date Left Group,EstablishmentName,TypeOfEstablishment (name)",
    `${900000 + early},7001,Trust,Multi-academy trust,Open,01-09-2018,,School,${type}`,
    "900001,7001,Trust,Multi-academy trust,Open,01-09-2019,,School,Academy converter"
  )
});

async function counted(of: Files): Promise<string[]> {
  const query = await warehouseOf(of, "checks");
  const found = await query<{told: string}>(
    `select school_id - 900000 || ' ' || role || ' ' || cohort || ' ' || role_evidence as told from counted_role order by all`
  );
  return found.map(({told}) => told);
}

describe("counted_role", () => {
  test("a supporter that results told is a member first, from its own joining", async () => {
    expect(await counted(files(9))).toEqual([
      "1 supported 2020 results_before",
      "9 member 2019 results_before",
      "9 supporter 2020 results_before"
    ]);
  });

  test("others have the one role they have", async () => {
    expect(await counted(files(5))).toEqual(["1 supported 2020 results_before", "5 member 2019 results_before"]);
    expect(await counted(files(9, "Academy sponsor led"))).toEqual([
      "1 supported 2020 results_before",
      "9 supported 2019 sponsored_academy"
    ]);
  });
});
