import {describe, expect, test} from "vitest";
import {brief, check, madeRegister, memberList} from "./made-lists.ts";

const checked = (...rows: Record<string, string>[]) => check(memberList(...rows), {register: madeRegister});
const said = (...rows: Record<string, string>[]) =>
  checked(...rows).problems.map((problem) => `${brief(problem)}: ${problem.message} → ${problem.fix}`);

describe("a URN compared with the register", () => {
  test("is not told where the school is open", () => expect(said({})).toEqual([]));

  test("that is not there is told with schools of the same authority whose URN is nearly that", () => {
    const [first] = said({urn: "900020", note: "typo"}, {}, {urn: "900002"});
    expect(first).toContain("2 urn urn_unknown stops: 900020 is not in the register → is it 900002 Kelmer Bridge");
    expect(first).not.toContain("Farshire");
  });

  test("that is a school’s name is told with the schools called so, those of the same authority first", () => {
    const all = said({urn: "Fenwick Acadamy"}, {});
    expect(all[0]).toContain("2 urn urn_wrong stops");
    expect(all[1]).toContain("is it 900012 Fenwick Academy (Marshshire)");
    expect(all[1]).not.toContain("Farshire");
  });

  test("of a school that had closed when it joined stops, with the one that followed it", () => {
    expect(checked({urn: "900011"}).members).toEqual([]);
    const [problem] = said({urn: "900011"});
    expect(problem).toContain("closed_before stops");
    expect(problem).toContain("closed on 31/08/2016, before it joined on 01/09/2018");
    expect(problem).toContain("followed by 900012 Fenwick Academy (Marshshire): write that URN if");
  });

  test("of a school that has closed since is warned of, with the one that followed it, and kept as it is", () => {
    const {problems, members} = checked({urn: "900011", from_date: "01/09/2014"});
    expect(problems.map(brief)).toEqual(["2 urn closed_since warns"]);
    expect(problems[0].fix).toContain("followed by 900012 Fenwick Academy");
    expect(members.map(({urn}) => urn)).toEqual([900011]);
  });

  test("of a school that left before it closed is not told", () => {
    expect(said({urn: "900021", from_date: "01/09/2012", to_date: "31/08/2014"})).toEqual([]);
  });

  test("that opened after it joined is warned of, with the school it followed", () => {
    const [problem] = said({urn: "900012", from_date: "01/09/2014"});
    expect(problem).toContain("opened_after warns");
    expect(problem).toContain("leave it if it joined as 900011 Fenwick School");
  });

  test("whose name is quite another is warned of", () => {
    expect(said({school_name: "Xyz School"})[0]).toContain(
      "2 school_name other_name warns: 900001 is Harrowdale School"
    );
    expect(said({school_name: "Harrowdale Sch."})).toEqual([]);
  });
});
