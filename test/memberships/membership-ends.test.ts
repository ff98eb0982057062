import {describe, expect, test} from "vitest";
import {writeLinks, memberships} from "../support/group-links.ts";
import {lines, linksFile} from "../support/published-files.ts";

describe("the end of a membership", () => {
  test("is the closing of its group at the latest, in an extract of later too", async () => {
    const found = await memberships(
      writeLinks(
        "20240101",
        {urn: 900001, joined: "01-09-2014", closed: "31-08-2018"},
        {urn: 900002, group: 7002, joined: "01-09-2014"}
      )
    );
    expect(found).toMatchObject([
      {left_on: "2018-08-31", left_after: null, left_before: null, ended_because: "group_closed"},
      {left_on: null, left_before: null, ended_because: null}
    ]);
  });

  test("is the closing of the school, where that comes before its group or a later extract lets it go", async () => {
    const register = {
      "edubasealldata20230421.csv": lines(
        "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),OpenDate,CloseDate,SchoolCapacity",
        "900001,551,4001,Ash School,Closed,Secondary,01-09-2013,31-08-2019,200",
        "900002,551,4002,Elm School,Closed,Secondary,01-09-2013,31-08-2019,200"
      )
    };
    const found = await memberships({
      ...register,
      ...writeLinks(
        "20180501",
        {urn: 900001, joined: "01-09-2014"},
        {urn: 900002, group: 7002, joined: "01-09-2014", closed: "31-12-2020"}
      ),
      ...writeLinks("20220831", {urn: 900003, joined: "01-09-2014"})
    });
    expect(found).toMatchObject([
      {school_id: 900001, left_on: "2019-08-31", left_before: null, ended_because: "school_closed"},
      {school_id: 900002, left_on: "2019-08-31", left_before: null, ended_because: "school_closed"},
      {school_id: 900003, left_on: null, ended_because: null}
    ]);
  });

  test("is told by an earlier extract’s day of joining, where a later one has the school’s opening for it", async () => {
    const found = await memberships({
      ...writeLinks("20180902", {urn: 900001, joined: "01-06-2014"}),
      ...writeLinks("20190301", {urn: 900001, group: 7002, joined: "06-09-2018"}),
      ...writeLinks("20220831", {urn: 900001, group: 7002, joined: "01-06-2014"})
    });
    expect(found).toMatchObject([
      {partnership: "7001", joined: "2014-06-01", left_on: "2018-09-05", ended_because: "moved"},
      {partnership: "7002", joined: "2018-09-06", no_date: null, moved_from: "7001"}
    ]);
  });

  test("is between two extracts where a school is missing before the group closed", async () => {
    const found = await memberships({
      ...writeLinks("20150101", {urn: 900001, joined: "01-09-2014"}, {urn: 900002, joined: "01-09-2014"}),
      ...writeLinks("20160101", {urn: 900002, joined: "01-09-2014"}),
      ...writeLinks("20240101", {urn: 900002, joined: "01-09-2014", closed: "31-08-2018"})
    });
    expect(found).toMatchObject([
      {left_on: null, left_before: "2016-01-01", ended_because: "missing_from_later_extract"},
      {left_on: "2018-08-31", ended_because: "group_closed"}
    ]);
  });

  test("is the day before the next trust took it, which says where it came from", async () => {
    const found = await memberships({
      ...writeLinks("20180501", {urn: 900001, joined: "01-09-2013"}),
      ...writeLinks("20220831", {urn: 900001, group: 7002, joined: "01-09-2021"})
    });
    expect(found).toMatchObject([
      {partnership: "7001", left_on: "2021-08-31", ended_because: "moved", moved_from: null},
      {partnership: "7002", joined: "2021-09-01", left_on: null, moved_from: "7001", cohort: 2022}
    ]);
  });

  test("is that day too of a school that came under another number, though the old one stays listed", async () => {
    const found = await memberships({
      ...writeLinks("20220831", {urn: 900001, joined: "01-09-2012"}, {urn: 900501, group: 7002, joined: "01-09-2016"}),
      "links_edubasealldata20230421.csv": linksFile([900001, 900501, "01-09-2016"])
    });
    expect(found).toMatchObject([
      {school_id: 900501, partnership: "7001", left_on: "2016-08-31"},
      {school_id: 900501, partnership: "7002", joined: "2016-09-01", moved_from: "7001"}
    ]);
  });

  test("has no day where the next trust is said to have had it all along: extracts before have it here", async () => {
    const found = await memberships({
      ...writeLinks("20180501", {urn: 900001, joined: "01-09-2013"}),
      ...writeLinks("20220831", {urn: 900001, group: 7002, joined: "01-09-2013"})
    });
    expect(found).toMatchObject([
      {partnership: "7001", joined: "2013-09-01", left_after: "2018-05-01", left_before: "2022-08-31"},
      {partnership: "7002", joined: null, no_date: "later extracts have it elsewhere", cohort: null, moved_from: "7001"}
    ]);
  });

  test("of a single-academy trust is the day another academy joined it, where its company goes on as a trust of several", async () => {
    const single = "Single-academy trust";
    const found = await memberships({
      ...writeLinks("20180501", {urn: 900001, partnership_type: single, peers: "07000001", joined: "01-09-2013"}),
      ...writeLinks(
        "20220831",
        {urn: 900001, group: 7002, peers: "7000001.0", joined: "01-09-2013"},
        {urn: 900002, group: 7002, peers: "7000001.0", joined: "01-04-2020"}
      )
    });
    expect(found).toMatchObject([
      {partnership_type: "multi_academy_trust", school_id: 900001, joined: "2020-04-01", moved_from: null},
      {partnership_type: "multi_academy_trust", school_id: 900002, joined: "2020-04-01"},
      {partnership_type: "single_academy_trust", school_id: 900001, joined: "2013-09-01", left_on: "2020-03-31"}
    ]);
  });
});
