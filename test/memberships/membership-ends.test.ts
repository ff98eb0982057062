import {describe, expect, test} from "vitest";
import {linksOf, memberships} from "../support/group-links.ts";
import {linksFile} from "../support/published-files.ts";

describe("the end of a membership", () => {
  test("is the closing of its group at the latest, in an extract of later too", async () => {
    const found = await memberships(
      linksOf(
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

  test("is between two extracts where a school is missing before the group closed", async () => {
    const found = await memberships({
      ...linksOf("20150101", {urn: 900001, joined: "01-09-2014"}, {urn: 900002, joined: "01-09-2014"}),
      ...linksOf("20160101", {urn: 900002, joined: "01-09-2014"}),
      ...linksOf("20240101", {urn: 900002, joined: "01-09-2014", closed: "31-08-2018"})
    });
    expect(found).toMatchObject([
      {left_on: null, left_before: "2016-01-01", ended_because: "missing_from_later_extract"},
      {left_on: "2018-08-31", ended_because: "group_closed"}
    ]);
  });

  test("is the day before the next trust took it, which says where it came from", async () => {
    const found = await memberships({
      ...linksOf("20180501", {urn: 900001, joined: "01-09-2013"}),
      ...linksOf("20220831", {urn: 900001, group: 7002, joined: "01-09-2021"})
    });
    expect(found).toMatchObject([
      {partnership: "7001", left_on: "2021-08-31", ended_because: "moved", moved_from: null},
      {partnership: "7002", joined: "2021-09-01", left_on: null, moved_from: "7001", cohort: 2022}
    ]);
  });

  test("is that day too of a school that came under another number, though the old one stays listed", async () => {
    const found = await memberships({
      ...linksOf("20220831", {urn: 900001, joined: "01-09-2012"}, {urn: 900501, group: 7002, joined: "01-09-2016"}),
      "links_edubasealldata20230421.csv": linksFile([900001, 900501, "01-09-2016"])
    });
    expect(found).toMatchObject([
      {school_id: 900501, partnership: "7001", left_on: "2016-08-31"},
      {school_id: 900501, partnership: "7002", joined: "2016-09-01", moved_from: "7001"}
    ]);
  });

  test("has no day where the next trust is said to have had it all along: extracts before have it here", async () => {
    const found = await memberships({
      ...linksOf("20180501", {urn: 900001, joined: "01-09-2013"}),
      ...linksOf("20220831", {urn: 900001, group: 7002, joined: "01-09-2013"})
    });
    expect(found).toMatchObject([
      {partnership: "7001", joined: "2013-09-01", left_after: "2018-05-01", left_before: "2022-08-31"},
      {partnership: "7002", joined: null, no_date: "later extracts have it elsewhere", cohort: null, moved_from: "7001"}
    ]);
  });

  test("of a single-academy trust is the day another academy joined it, where its company goes on as a trust of several", async () => {
    const single = "Single-academy trust";
    const found = await memberships({
      ...linksOf("20180501", {urn: 900001, kind: single, company: "07000001", joined: "01-09-2013"}),
      ...linksOf(
        "20220831",
        {urn: 900001, group: 7002, company: "7000001.0", joined: "01-09-2013"},
        {urn: 900002, group: 7002, company: "7000001.0", joined: "01-04-2020"}
      )
    });
    expect(found).toMatchObject([
      {kind: "multi_academy_trust", school_id: 900001, joined: "2020-04-01", moved_from: null},
      {kind: "multi_academy_trust", school_id: 900002, joined: "2020-04-01"},
      {kind: "single_academy_trust", school_id: 900001, joined: "2013-09-01", left_on: "2020-03-31"}
    ]);
  });
});
