import {describe, expect, test} from "vitest";
import {writeList} from "../../src/lists/write-list.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";
import {lines, listFile} from "../support/published-files.ts";
import {read, schools, severity} from "./kept.ts";

describe("a list of pairs of schools and those that help them", () => {
  const text = lines(
    "Supported school URN,School,Supporting school URN,Joined",
    "900001,Mere School,900003,Spring 2025",
    "900002,Weir School,900003,Summer 2025"
  );

  test("makes the one supported and the other a supporter, who helps from the first", () => {
    const found = read(text, {name: "RISE", type: "rise_pairing"});
    expect(severity(found, "stops")).toEqual([]);
    expect(schools(found)).toEqual([
      "900001 supported 2025-01-01–2025-04-30 term",
      "900003 supporter 2025-01-01–2025-04-30 term",
      "900002 supported 2025-04-01–2025-08-31 term"
    ]);
  });

  test("and the pipeline gives those roles", async () => {
    const {members} = read(text, {name: "RISE", type: "rise_pairing"});
    const files = {
      "school_list_2017-18.csv": listFile([5514001, 900001], [5514002, 900002], [5514003, 900003]),
      "rise.csv": writeList(members)
    };
    const query = await makeWarehouse(files, "membership");
    expect(
      await query(
        "select school_id, role_named from membership where partnership_type = 'rise_pairing' order by school_id"
      )
    ).toEqual([
      {school_id: 900001, role_named: "supported"},
      {school_id: 900002, role_named: "supported"},
      {school_id: 900003, role_named: "supporter"}
    ]);
  });
});
