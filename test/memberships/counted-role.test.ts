import {describe, expect, test} from "vitest";
import {exclusionsHeader, exclusionsRow, lines, linksFile, listFile, type Files} from "../support/published-files.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

interface Member {
  school: number;
  group: number;
  joined: string;
  type?: string;
  partnership_type?: string;
}

const sponsorLed = "Academy sponsor led";

/** An extract of the register of the day given. */
const register = (day: string, ...members: Member[]): Files => ({
  [`alllinksdata${day}.csv`]: lines(
    "URN,Group UID,Group Name,Group Type,Group Status,Joined date,EstablishmentName,TypeOfEstablishment (name)",
    ...members.map(
      ({school, group, joined, type = "Academy converter", partnership_type = "Multi-academy trust"}) =>
        `${900000 + school},${group},Trust ${group},${partnership_type},Open,${joined},School,${type}`
    )
  )
});

async function counted(files: Files): Promise<string[]> {
  const query = await makeWarehouse(files, "checks");
  const found = await query<{reported: string}>(
    `select school_id - 900000 || ' ' || role || ' in ' || coalesce(partnership, 'none known') || ', ' || cohort || ' there ' || coalesce(body_cohort::varchar, 'never') as reported
     from counted_role order by all`
  );
  return found.map(({reported}) => reported);
}

/** An academy of a sponsor by the files of its own years, opened in September 2010 under another number. */
const opened2010: Files = {
  "exclusions.csv": lines(
    exclusionsHeader,
    exclusionsRow(9016901, {year: "201112", academy: "Sponsored academy", opened: "01/09/2010"})
  ),
  "school_list_2017-18.csv": listFile([9016901, 900501])
};

describe("counted_role, on the clock of the kind", () => {
  test("a sponsor-led academy that a trust took over counts from its first sponsor-led opening", async () => {
    const found = await counted({
      ...opened2010,
      ...register("20220831", {school: 501, group: 7001, joined: "01-09-2017", type: sponsorLed})
    });
    expect(found).toEqual(["501 supported in 7001, 2011 there 2018"]);
  });

  test("of which no file knows the trust it counts all the same, in no partnership", async () => {
    expect(await counted(opened2010)).toEqual(["501 supported in none known, 2011 there never"]);
  });

  test("a converter that changed trusts counts from the first", async () => {
    const found = await counted({
      ...register(
        "20180501",
        {school: 1, group: 7001, joined: "01-09-2013"},
        {school: 2, group: 7001, joined: "01-09-2013"}
      ),
      ...register(
        "20220831",
        {school: 1, group: 7002, joined: "01-09-2020"},
        {school: 2, group: 7001, joined: "01-09-2013"}
      )
    });
    expect(found).toEqual(["1 member in 7001, 2014 there 2014", "2 member in 7001, 2014 there 2014"]);
  });

  test("a supporter counts from the day its help begins, and once", async () => {
    const found = await counted(
      register(
        "20220831",
        {school: 1, group: 7001, joined: "01-09-2013"},
        {school: 2, group: 7001, joined: "01-09-2016", type: sponsorLed}
      )
    );
    expect(found).toEqual(["1 supporter in 7001, 2017 there 2017", "2 supported in 7001, 2017 there 2017"]);
  });

  test("a school that changed to a sponsor-led number is supported from then, whatever it was before", async () => {
    const found = await counted({
      ...register(
        "20220831",
        {school: 1, group: 7001, joined: "01-09-2012"},
        {school: 3, group: 7001, joined: "01-09-2013", type: sponsorLed},
        {school: 2, group: 7002, joined: "01-09-2018", type: sponsorLed}
      ),
      "links_edubasealldata20230421.csv": linksFile([900001, 900002, "01-09-2018"])
    });
    expect(found).toEqual(["2 supported in 7002, 2019 there 2019", "3 supported in 7001, 2014 there 2014"]);
  });

  test("who has no date in one of the kind has no clock", async () => {
    const files = {
      ...register("20180501", {school: 1, group: 7001, joined: "01-01-1900"}),
      ...register("20220831", {school: 1, group: 7002, joined: "01-09-2020"})
    };
    expect(await counted(files)).toEqual([]);
  });
});
