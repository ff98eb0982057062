import {describe, expect, test} from "vitest";
import {saySummary} from "../../src/lists/say.ts";
import {summarise} from "../../src/lists/summary.ts";
import {check, madeRegister, memberList, partnershipList} from "./made-lists.ts";

const itself = (urn: number) => urn;
const of = (text: string, partnerships?: string) =>
  summarise(check(text, partnerships === undefined ? {} : {partnerships}), itself);

describe("summarise(lists, latest)", () => {
  test("counts different schools, in all and by role, and gives the span of joining", () => {
    const year = {date_precision: "year", from_date: "2018/19"};
    const rows = memberList(
      {},
      {urn: "900002", role: "supporter", ...year},
      {urn: "900003", role: "supported", from_date: ""}
    );
    expect(of(rows)[0]).toMatchObject({
      schools: 3,
      roles: {supported: 1, supporter: 1, member: 1},
      joined: {earliest: "2018-09-01", latest: "2019-08-31"},
      undated: 1,
      definition: null,
      model: null
    });
  });

  test("counts a school once under its old and its new URN", () => {
    const text = memberList({urn: "900011", from_date: "01/09/2014", to_date: "31/08/2016"}, {urn: "900012"});
    const checked = check(text, {register: madeRegister});
    expect(summarise(checked, madeRegister.latest)[0].schools).toBe(1);
  });

  test("holds the definition against the schools listed, and derives the model from the services", () => {
    const [alone] = of(memberList({}), partnershipList({traded_business_support: "no"}));
    expect([alone.definition!.met, alone.definition!.lacks, alone.model!.model]).toEqual(["no", ["schools"], 2]);
  });

  test("derives no model for another type of partnership", () => {
    const partnership_type = {partnership_kind: "ict_partnership"};
    expect(of(memberList(partnership_type), partnershipList(partnership_type))[0].model).toBeNull();
  });
});

describe("saySummary(summary)", () => {
  const two = memberList({}, {urn: "900002"});

  test("says what a partnership lacks", () => {
    const none = {joint_governing_body: "no", management_group: "no", executive_head: "no", other_supervision: "no"};
    const said = saySummary(of(two, partnershipList(none))[0]);
    expect(said).toContain("2 schools: 2 member; joined from 01/09/2018 to 01/09/2018");
    expect(said).toContain("NOT met; it lacks one of joint_governing_body, management_group");
    expect(said).toContain("area model 1, from the services it runs");
  });

  test("says which models unknown services leave", () => {
    const said = saySummary(of(two, partnershipList({traded_business_support: "unknown"}))[0]);
    expect(said).toContain("area model 1 or 2: some services are unknown");
  });

  test("says that it does not know the definition without a list of partnerships", () => {
    expect(saySummary(of(two)[0])).toContain("not checked");
  });
});
