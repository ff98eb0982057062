import {describe, expect, test} from "vitest";
import {read, said, schools, severity, words} from "./kept.ts";

const day = (urn: number, role = "member") => `${urn} ${role} 2018-09-01–2018-09-01 day`;

describe("a list that names its schools, with the register", () => {
  test("by UKPRN", () => {
    const found = read(
      "UKPRN,School,Joined\n10090001,Harrowdale,01/09/2018\n10090001.0,Harrowdale,01/09/2018\n",
      said,
      true
    );
    expect(schools(found)).toEqual([day(900001)]);
    expect(words(found)).toContain(
      "row 2, column UKPRN: “10090001” is found to be 900001 Harrowdale School (Marshshire)"
    );
  });

  test("by a UKPRN that no school has: it is named, and those of its name suggested", () => {
    const found = read("UKPRN,School\n10099999,Harrowdale School\n", said, true);
    expect(found.unmatched).toMatchObject([{row: 2, name: "Harrowdale School", why: "name_unknown"}]);
    expect(words(found)).toContain(
      "✗ kept.csv, row 2, column UKPRN: “10099999 Harrowdale School” is no school that is known here"
    );
    expect(words(found)).toContain("is it 900001 Harrowdale School (Marshshire)");
  });

  test("by name, however capitals and marks stand", () => {
    expect(schools(read("School,Joined\nHARROWDALE  SCHOOL.,01/09/2018\n", said, true))).toEqual([day(900001)]);
  });

  test("by a name that two schools have: both are told, and none is taken", () => {
    const found = read("School\nFenwick School\n", said, true);
    expect(found.members).toEqual([]);
    expect(found.unmatched).toMatchObject([{name: "Fenwick School"}]);
    expect(words(found)).toContain(
      "✗ kept.csv, row 2, column School: “Fenwick School” is what 2 schools are called\n    → is it 900011 Fenwick School (Marshshire); or 900031 Fenwick School (Farshire)?"
    );
  });

  test.each(["Farshire", "902"])("by a name that two schools have, with the authority %s", (la) => {
    expect(schools(read(`School,Local authority,Joined\nFenwick School,${la},01/09/2018\n`, said, true))).toEqual([
      day(900031)
    ]);
  });

  test("by name alone among schools of which not all are known: who is not found is named, and stops nothing", () => {
    const found = read("School,Joined\nHarrowdale School,01/09/2018\nWeir School,01/09/2018\n", said, "part");
    expect(schools(found)).toEqual([day(900001)]);
    expect(found.unmatched).toMatchObject([{row: 3, urn: null, name: "Weir School", why: "name_unknown"}]);
    expect(severity(found, "stops")).toEqual([]);
  });

  test("a column called Name may be anybody’s", () => {
    expect(words(read("Name,Age\nHarrowdale School,7\n", said, true))).toContain(
      "has no column of URNs; it has Name, Age"
    );
  });
});

describe("columns called by what was joined", () => {
  test.each([
    "Date joined MAT",
    "Joined trust on",
    "Date of joining the trust",
    "Trust join date",
    "In federation since",
    "Federated since"
  ])("“%s” is when a school joined", (name) => {
    expect(schools(read(`URN,${name}\n900001,01/09/2018\n`))).toEqual([day(900001)]);
  });

  test.each(["Trust start date", "Trust opened", "Start date of the partnership"])("“%s” is not", (name) => {
    expect(schools(read(`URN,${name}\n900001,01/09/2018\n`))).toEqual(["900001 member undated day"]);
  });

  test("“Role in trust” is the role, in words for it", () => {
    const roles = ["Sponsor", "Supporting", "Lead school"].map((role, n) => `90000${n + 1},${role},01/09/2018`);
    const helped = ["Sponsored", "Receiving school"].map((role, n) => `90000${n + 4},${role},01/09/2018`);
    const found = read(`URN,Role in trust,Joined\n${[...roles, ...helped].join("\n")}\n`);
    expect(schools(found)).toEqual([
      ...[900001, 900002, 900003].map((urn) => day(urn, "supporter")),
      ...[900004, 900005].map((urn) => day(urn, "supported"))
    ]);
    expect(words(found)).toContain("“Supporting” is read as supporter");
    expect(words(found)).toContain("“Receiving school” is read as supported");
  });

  test("the numbers of authority and establishment are not said to stay unread", () => {
    expect(words(read("LA,Estab,School\n901,4001,Harrowdale School\n", said, true))).not.toContain("may stay");
  });
});

describe("several partnerships in a list", () => {
  const merged = "Trust,School,URN,Joined\nMarsh,A,900001,01/09/2018\n,B,900002,01/09/2018\nHill,C,900003,01/09/2018\n";
  const of = ({members}: ReturnType<typeof read>) => members.map(({urn, partnership_id}) => `${urn} ${partnership_id}`);

  test("each has its schools where the column is called as their type is, also in merged cells", () => {
    const found = read(merged, {type: "multi_academy_trust"});
    expect(of(found)).toEqual(["900001 marsh", "900002 marsh", "900003 hill"]);
    expect(words(found)).toContain("! kept.csv, column Trust: 1 empty cell is read as the one above");
  });

  test("a name that is said for all goes before, and that is told", () => {
    const found = read(merged, said);
    expect(of(found)).toEqual(["900001 marsh_trust", "900002 marsh_trust", "900003 marsh_trust"]);
    expect(words(found)).toContain(
      "“Trust” has 2 names (Marsh, Hill), and all schools count for Marsh Trust, as was said"
    );
  });

  test("of a partnership of another type the trust of its schools says nothing", () => {
    const found = read(merged, {type: "federation"});
    expect(of(found)).toEqual([]);
    expect(words(found)).toContain("does not say what the partnership is called");
  });

  test("where the type is not said, the column is mentioned", () => {
    expect(words(read(merged, {}))).toContain(
      "if “Trust” holds the names of several partnerships, call that column partnership_name"
    );
  });
});
