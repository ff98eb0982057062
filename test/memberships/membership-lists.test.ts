import {describe, expect, test} from "vitest";
import {UserError} from "../../src/library/errors.ts";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {prepareQueries} from "../../pipelines/release/prepare.ts";
import {makeQuery} from "../../pipelines/release/text.ts";
import {readSources} from "../../pipelines/sources.ts";
import {rows} from "../../pipelines/warehouse.ts";
import {emptyFolder, findFolder, lines, linksFile, listFile, type Files} from "../support/published-files.ts";
import {ranUpTo, makeWarehouse} from "../support/make-warehouse.ts";
import {memberList, partnershipList} from "../lists/made-lists.ts";

const establishments = (...urns: number[]): Files => ({
  "edubasealldata20230421.csv": lines(
    "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),OpenDate,SchoolCapacity,UKPRN",
    ...urns.map((urn) => `${urn},551,${urn - 896000},School ${urn},Open,Primary,01-09-1990,200,${urn + 10_000_000}`)
  )
});

const register = establishments(900001, 900002, 900003, 900004);

const memberships = async (files: Files) => {
  const query = await makeWarehouse(files, "checks");
  return query<Record<string, unknown>>(
    `select school_id, partnership_type, partnership, partnership_name, joined::varchar as joined, joined_precision, left_on::varchar as left_on,
       role_named, cost_per_year, membership_source, source, source_row, cohort::integer as cohort
     from membership where membership_source = 'list' order by school_id`
  );
};

const roles = async (...rows: Record<string, string>[]): Promise<Record<number, string>> => {
  const query = await makeWarehouse({...register, "members.csv": memberList(...rows)}, "checks");
  const found = await query<{school: number; reported: string}>(
    "select school_id - 900000 as school, role || ' ' || cohort || ' ' || role_source as reported from role where partnership_type = 'area_based_partnership'"
  );
  return Object.fromEntries(found.map(({school, reported}) => [school, reported]));
};

describe("a list that a partnership keeps", () => {
  test("gives members with their dates, role, cost and where that stands", async () => {
    const text = memberList({to_date: "31/08/2022"});
    expect(await memberships({...register, "anywhere/at-all.csv": text})).toEqual([
      {
        school_id: 900001,
        partnership_type: "area_based_partnership",
        partnership: "marsh_learning",
        partnership_name: "Marsh Learning",
        joined: "2018-09-01",
        joined_precision: "day",
        left_on: "2022-08-31",
        role_named: "member",
        cost_per_year: 1200,
        membership_source: "list",
        source: "anywhere/at-all.csv",
        source_row: 2,
        cohort: 2019
      }
    ]);
  });

  test("may know the year alone: the cohort is that of the calendar year, and the last day the end of its school year", async () => {
    const text = memberList({from_date: "2015", to_date: "2019", date_precision: "year"});
    expect(await memberships({...register, "members.csv": text})).toMatchObject([
      {joined_precision: "year", cohort: 2016, left_on: "2019-08-31"}
    ]);
  });

  test("may have a school under the number it had then", async () => {
    const files = {
      "links_edubasealldata20230421.csv": linksFile([900001, 900002, "01-09-2012"]),
      "members.csv": memberList({from_date: "01/09/2010"})
    };
    expect(await memberships(files)).toMatchObject([{school_id: 900002, joined: "2010-09-01"}]);
  });

  test("counts a school that left and came back from its first day, and as still there", async () => {
    const text = memberList({to_date: "31/08/2019"}, {from_date: "01/09/2021"});
    expect(await memberships({...register, "members.csv": text})).toMatchObject([
      {joined: "2018-09-01", left_on: null}
    ]);
  });

  test("of a school that no other file knows is told, and not counted", async () => {
    const files = {"school_list_2017-18.csv": listFile([5514001, 900001]), "members.csv": memberList({urn: "900009"})};
    const query = await makeWarehouse(files, "membership");
    expect(await query("select why, schools from membership_undecided where partnership = 'marsh_learning'")).toEqual([
      {why: "not_in_files", schools: 1}
    ]);
  });

  test("with problems that stop is refused, each told with its file, row and what to do", async () => {
    const refused = makeWarehouse({...register, "members.csv": memberList({urn: "12"}, {role: "king"})}, "membership");
    const error = await refused.then(
      () => null,
      (reason: unknown) => reason as UserError
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error!.message).toMatch(/2 problems/);
    expect(error!.message).toMatch(/members\.csv, row 2, column urn/);
    expect(error!.message).toMatch(/members\.csv, row 3, column role/);
  });

  test("may not number its partnerships as the register does", async () => {
    const refused = makeWarehouse({...register, "members.csv": memberList({partnership_id: "7001"})}, "membership");
    await expect(refused).rejects.toThrow(/has no letter/);
  });
});

describe("roles that a list names", () => {
  const supporter = {role: "supporter", from_date: "01/09/2015"};

  test("go before any rule, and start when the school joins", async () => {
    expect(await roles({role: "supported", from_date: "01/09/2016"}, {urn: "900002", from_date: "01/09/2014"})).toEqual(
      {
        1: "supported 2017 named_in_list",
        2: "member 2015 named_in_list"
      }
    );
  });

  test("a supporter’s clock starts when the first school it supports joins", async () => {
    const found = await roles(
      supporter,
      {urn: "900002", role: "supported", from_date: "01/09/2019"},
      {urn: "900003", role: "supported", from_date: "01/09/2017"}
    );
    expect(found[1]).toBe("supporter 2018 named_in_list");
  });

  test("a supporter that comes later starts on its own day", async () => {
    const found = await roles(supporter, {urn: "900002", role: "supported", from_date: "01/09/2012"});
    expect(found[1]).toBe("supporter 2016 named_in_list");
  });

  test("a supporter of a partnership without supported schools helps its members", async () => {
    const found = await roles(supporter, {urn: "900002", from_date: "01/09/2016"});
    expect(found[1]).toBe("supporter 2017 named_in_list");
  });

  test("a supporter of whom nobody knows whom it helps starts on its own day", async () => {
    expect(await roles(supporter)).toEqual({1: "supporter 2016 named_in_list"});
  });

  test("a school once supported is no supporter of the same kind", async () => {
    const found = await roles(
      {...supporter, to_date: "31/08/2016"},
      {role: "supported", from_date: "01/09/2018"},
      {urn: "900002", role: "supported", from_date: "01/09/2015"}
    );
    expect(found[1]).toBe("supported 2019 named_in_list");
  });
});

describe("the list of partnerships", () => {
  const partnership = async (row: Record<string, string>) => {
    const files = {
      ...register,
      "members.csv": memberList({}, {urn: "900002"}),
      "partnerships.csv": partnershipList(row)
    };
    const query = await makeWarehouse(files, "checks");
    const found = await query<Record<string, unknown>>(
      `select name, model, meets_definition, definition_source, protocol, cost_per_year, started::varchar as started, started_precision,
         schools, largest from partnership where partnership = 'marsh_learning'`
    );
    return found[0];
  };

  test("gives what makes a partnership one, and its model from the services it runs", async () => {
    expect(await partnership({traded_business_support: "no"})).toEqual({
      name: "Marsh Learning",
      model: 2,
      meets_definition: "yes",
      definition_source: "list",
      protocol: "yes",
      cost_per_year: 30000,
      started: "2013-09-01",
      started_precision: "day",
      schools: 2,
      largest: 2
    });
  });

  test("may leave open what it runs: then it has no model", async () => {
    expect(await partnership({traded_business_support: "unknown"})).toMatchObject({model: null});
  });
});

describe("a list as people keep it, in the folder of the files", () => {
  const linked = "URN,Establishment name,Joined date\n900001,School 900001,01/09/2012\n900009,Gone School,01/09/2018\n";

  test("that does not say all it must is left out and named, with the command that puts it right", async () => {
    const folder = await findFolder({
      ...register,
      "trust Linked establishments.csv": linked,
      "rise.csv": "urn\n900001\n"
    });
    const intake = await readFolderFiles(folder, await readSources(), {work: await emptyFolder(), said: {}});
    expect(intake.lists).toEqual([]);
    const why = Object.fromEntries(intake.unknown.map((one) => [one.file, one.why]));
    expect(why["trust Linked establishments.csv"]).toContain(
      "list of 2 schools, it does not say what the partnership is called"
    );
    expect(why["trust Linked establishments.csv"]).toContain(
      `npm run pav -- check-list "${folder}/trust Linked establishments.csv" --name "…" --type … --write`
    );
    expect(why["rise.csv"]).toContain(`check-list ${folder}/rise.csv --name "…" --type … --from "…" --write`);
  });

  test("that says all itself is read, with the schools it gives by LAESTAB", async () => {
    const text = "Partnership,Type of partnership,LAESTAB,Joined\nMarsh,Peer collaboration,551/4001,Autumn term 2018\n";
    expect(await memberships({...register, "kept.csv": text})).toMatchObject([
      {school_id: 900001, partnership: "marsh", joined: "2018-09-01", joined_precision: "term"}
    ]);
  });

  test("that gives its schools by UKPRN or by name: who is found is a member, and who is not is named", async () => {
    const kept = (schools: string) => `Partnership,Type of partnership,${schools}`;
    const query = await makeWarehouse(
      {
        ...register,
        "kept.csv": kept(
          "School,Joined\nMarsh,Peer collaboration,School 900001,2018/19\nMarsh,Peer collaboration,Weir School,2018/19\n"
        ),
        "other.csv": kept("UKPRN,Joined\nFen,Peer collaboration,10900002,2018/19\n")
      },
      "checks"
    );
    expect(
      await query("select school_id, partnership from membership where membership_source = 'list' order by all")
    ).toEqual([
      {school_id: 900001, partnership: "marsh"},
      {school_id: 900002, partnership: "fen"}
    ]);
    expect(await query(`select urn, name, "row", file, why from listed_unmatched`)).toEqual([
      {
        urn: null,
        name: "Weir School",
        row: 3,
        file: "kept.csv",
        why: "no file that was read has a school of this name or number alone"
      }
    ]);
  });
});

describe("a school on a list that is in no file", () => {
  const list = memberList({}, {urn: "900009", school_name: "Gone School"}, {urn: "900008"});

  test("is named with its row, by the table and in the warnings, and does not stop the run", async () => {
    const {warehouse, list_warnings} = await ranUpTo({...register, "members.csv": list}, "checks");
    expect(
      await rows(
        warehouse,
        `select partnership, partnership_type, urn, name, "row", file from listed_unmatched order by "row"`
      )
    ).toEqual([
      {
        partnership: "marsh_learning",
        partnership_type: "area_based_partnership",
        urn: 900009,
        name: "Gone School",
        row: 3,
        file: "members.csv"
      },
      {
        partnership: "marsh_learning",
        partnership_type: "area_based_partnership",
        urn: 900008,
        name: "900008",
        row: 4,
        file: "members.csv"
      }
    ]);
    expect(list_warnings).toContain(
      "members.csv: 2 of the 3 schools listed for marsh_learning are in no file, so no figure counts them: 900009 Gone School (row 3), 900008 (row 4)"
    );
  });

  test("stands in the file of its partnership, even where no school of the list is in a file", async () => {
    const {warehouse} = await ranUpTo({...register, "members.csv": memberList({urn: "900009"})}, "checks");
    await prepareQueries(warehouse);
    const notes = await rows<{partnership: string; note: string}>(warehouse, await makeQuery("partnership_note"));
    expect(JSON.parse(notes.find(({partnership}) => partnership === "marsh_learning")!.note)).toMatchObject({
      id: "marsh_learning",
      name: "Marsh Learning",
      members: [],
      unmatched: [{urn: 900009, name: "900009", row: 2, file: "members.csv"}]
    });
  });
});
