import {describe, expect, test} from "vitest";
import {exclusionsHeader, exclusionsRow, lines, linksFile, listFile, type Files} from "../support/published-files.ts";
import {writeLinks, memberships, type Link} from "../support/group-links.ts";

/** The history of membership, with the dates of leaving. */
const listHistory = (...links: (Link & {left: string})[]): Files => ({
  "academiesmatmembership20220831.csv": lines(
    "URN,Group ID,Group Name,Group Type,Group Status,Date Joined Group,Date Left Group,EstablishmentName",
    ...links.map(
      ({urn, group = 7001, joined = "", left}) =>
        `${urn},TR0${group},Trust ${group},Multi-academy trust,Open,${joined},${left},School ${urn}`
    )
  )
});

describe("membership: when a school joined and left", () => {
  test.each([
    ["31-12-2014", 2015],
    ["01-01-2015", 2016],
    ["01-09-2014", 2015]
  ])("who joins on %s is first treated in %i", async (joined, cohort) => {
    expect(await memberships(writeLinks("20220831", {urn: 900001, joined}))).toMatchObject([{cohort}]);
  });

  test("the earliest date that any extract says is taken", async () => {
    const found = await memberships({
      ...writeLinks("20180501", {urn: 900001, joined: "01-09-2013"}),
      ...writeLinks("20220831", {urn: 900001, joined: "01-09-2016"})
    });
    expect(found).toMatchObject([{joined: "2013-09-01", cohort: 2014}]);
  });

  test("a group that a later extract no longer has ended between the two", async () => {
    const found = await memberships({
      ...writeLinks("20180501", {urn: 900001, joined: "01-09-2013"}, {urn: 900002, joined: "01-09-2013"}),
      ...writeLinks("20220831", {urn: 900002, joined: "01-09-2013"})
    });
    expect(found).toMatchObject([
      {school_id: 900001, left_on: null, left_after: "2018-05-01", left_before: "2022-08-31"},
      {school_id: 900002, left_on: null, left_after: "2022-08-31", left_before: null}
    ]);
  });

  test("an extract without any group of a kind does not end those of the kind", async () => {
    const found = await memberships({
      ...writeLinks("20180501", {urn: 900001, joined: "01-09-2013", partnership_type: "Federation"}),
      ...writeLinks("20220831", {urn: 900002, joined: "01-09-2013"})
    });
    expect(found[0]).toMatchObject({partnership_type: "federation", left_before: null});
  });

  test("a printed date of leaving goes before what extracts let guess", async () => {
    const found = await memberships(listHistory({urn: 900001, joined: "01/09/2013", left: "31/08/2017"}));
    expect(found).toMatchObject([{left_on: "2017-08-31", left_after: null, left_before: null}]);
  });

  test("the history of membership and the links of today are of one trust, though one lacks its UID", async () => {
    const found = await memberships({
      ...writeLinks("20220831", {urn: 900001, joined: "01-09-2013"}),
      ...listHistory({urn: 900001, joined: "01/09/2013", left: "31/08/2017"})
    });
    expect(found).toMatchObject([{partnership: "7001", left_on: "2017-08-31"}]);
  });

  test("the URNs of one school are one member, since the first of them joined", async () => {
    const found = await memberships({
      ...writeLinks("20220831", {urn: 900001, joined: "01-09-2012"}, {urn: 900501, joined: "01-09-2015"}),
      "links_edubasealldata20230421.csv": linksFile([900001, 900501, "01-09-2015"])
    });
    expect(found).toMatchObject([{school_id: 900501, joined: "2012-09-01"}]);
  });

  test("groups of a kind that is not studied are left", async () => {
    expect(
      await memberships(
        writeLinks("20220831", {urn: 900001, partnership_type: "Children's Centres Group", joined: "01-09-2012"})
      )
    ).toEqual([]);
  });

  test("a member of whom no date is known is reported as such, by name", async () => {
    expect(await memberships(writeLinks("20220831", {urn: 900001}))).toMatchObject([
      {partnership_name: "Trust 7001", joined: null, no_date: "not said", cohort: null}
    ]);
  });
});

describe("a date that stands on very many links", () => {
  const many = (opened: string): Files => ({
    ...writeLinks(
      "20220831",
      ...Array.from({length: 50}, (_, i) => ({urn: 900001 + i, group: 7001 + i, joined: "01-09-2014"}))
    ),
    "edubasealldata20190301.csv": lines(
      "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),OpenDate,SchoolCapacity",
      ...Array.from({length: 50}, (_, i) => `${900001 + i},901,${4001 + i},School ${900001 + i},Open,${opened},900`)
    )
  });

  test("is when the register was loaded, where most schools had opened before", async () => {
    const [first] = await memberships(many("01-09-2010"));
    expect(first).toMatchObject({joined: null, no_date: "bulk load", cohort: null});
  });

  test("is when they joined, where most opened that day", async () => {
    const [first] = await memberships(many("01-09-2014"));
    expect(first).toMatchObject({joined: "2014-09-01", no_date: null, cohort: 2015});
  });

  test("does not hide another date that an extract says", async () => {
    const [first] = await memberships({
      ...many("01-09-2010"),
      ...writeLinks("20180501", {urn: 900001, joined: "01-09-2016"})
    });
    expect(first).toMatchObject({joined: "2016-09-01", no_date: null});
  });

  test("is a date like any other on fewer links", async () => {
    const files = many("01-09-2010");
    const name = "alllinksdata20220831.csv";
    const fewer = String(files[name]).trimEnd().split("\n").slice(0, -1);
    const [first] = await memberships({...files, [name]: lines(...fewer)});
    expect(first).toMatchObject({joined: "2014-09-01", no_date: null});
  });
});

describe("a sponsored academy", () => {
  const opened2010 = {
    "exclusions.csv": lines(
      exclusionsHeader,
      exclusionsRow(9016901, {year: "201112", academy: "Sponsored academy", opened: "01/09/2010"}),
      exclusionsRow(9016901, {academy: "Secondary sponsor led academy", opened: "01/09/2010"})
    ),
    "school_list_2017-18.csv": listFile([9016901, 900501])
  };

  test("is in the trust it is in since it joined that one, whenever it first opened", async () => {
    const found = await memberships({
      ...opened2010,
      ...writeLinks("20220831", {urn: 900501, joined: "01-09-2017", type: "Academy sponsor led"})
    });
    expect(found.find(({partnership_type}) => partnership_type === "multi_academy_trust")).toMatchObject({
      sponsor_led: true,
      joined: "2017-09-01",
      cohort: 2018
    });
  });

  test("that no group lists is in no trust that is known", async () => {
    expect(await memberships(opened2010)).toEqual([]);
  });

  test("opened under the body where it joined within a month of opening", async () => {
    const found = await memberships({
      ...opened2010,
      ...writeLinks("20220831", {urn: 900501, joined: "15-09-2010", type: "Academy sponsor led"})
    });
    expect(found).toMatchObject([{joined: "2010-09-01", joined_precision: "opening of the academy", cohort: 2011}]);
  });

  test("that is a converter is none", async () => {
    const found = await memberships({
      ...writeLinks("20220831", {urn: 900501, joined: "01-09-2017", type: "Academy converter"})
    });
    expect(found).toMatchObject([{sponsor_led: false, joined: "2017-09-01"}]);
  });
});

test("a date before there were such partnerships is none, and is counted", async () => {
  const found = await memberships(
    writeLinks("20220831", {urn: 900001, joined: "01-01-1900"}, {urn: 900002, joined: "01-09-2001"})
  );
  expect(found).toMatchObject([
    {joined: null, no_date: "placeholder", cohort: null},
    {joined: null, no_date: "placeholder", cohort: null}
  ]);
});
