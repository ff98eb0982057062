import {group} from "d3";
import {describe, expect, it} from "vitest";
import {makeSyntheticEngland} from "../../pipelines/synthetic-england/england.ts";
import {defaultPlan} from "../../pipelines/synthetic-england/plan.ts";
import {registerFiles} from "../../pipelines/synthetic-england/register-files.ts";
import {on} from "../../pipelines/synthetic-england/school.ts";

const england = makeSyntheticEngland(defaultPlan);
const {belongings, roles, groups, sponsors} = england;
const ofType = (...types: string[]) =>
  belongings.filter(({partnership}) => types.includes(partnership.partnership_type));
const trusts = ofType("multi_academy_trust", "single_academy_trust");
const text = (name: RegExp): string =>
  registerFiles(england)
    .find(({path}) => name.test(path))!
    .bytes.toString("latin1");

describe("roles in trusts", () => {
  it("are supported of sponsored academies, and of no others", () => {
    for (const {school, joined, role} of trusts)
      expect(role === "supported").toBe(on(school, joined)!.type === "sponsored");
  });

  it("are supporter of converters there before the first sponsored academy, from its day on", () => {
    for (const [partnership, all] of group(ofType("multi_academy_trust"), (one) => one.partnership)) {
      const first = all
        .filter(({role}) => role === "supported")
        .map(({joined}) => joined)
        .sort()[0];
      for (const {joined, left, role, from} of all.filter((one) => one.role !== "supported")) {
        const there = first !== undefined && joined < first && (left ?? "9999") > first;
        expect([partnership.id, role, from]).toEqual([
          partnership.id,
          there ? "supporter" : "member",
          there ? first : joined
        ]);
      }
    }
  });

  it("leave a school that founded a trust without one a member", () => {
    const sponsoring = new Set(trusts.filter(({role}) => role === "supported").map(({partnership}) => partnership));
    const alone = trusts.filter(({partnership}) => !sponsoring.has(partnership));
    expect(alone.length).toBeGreaterThan(20);
    expect(new Set(alone.map(({role}) => role))).toEqual(new Set(["member"]));
  });
});

describe("moves between trusts", () => {
  const moved = trusts.filter(({moved_from}) => moved_from !== null);

  it("are of sponsored academies and of converters, some in the membership history and some not", () => {
    expect(moved.length).toBeGreaterThanOrEqual(8);
    expect(new Set(moved.map(({role}) => role)).size).toBeGreaterThan(1);
    const members = groups.flatMap((one) => one.members).filter(({left}) => left !== null);
    expect(new Set(members.map(({recorded}) => recorded))).toEqual(new Set([true, false]));
  });

  it("never put a school in two trusts on one day", () => {
    for (const all of group(trusts, ({school}) => school).values()) {
      const sorted = all.sort((a, b) => (a.joined < b.joined ? -1 : 1));
      for (const [i, {joined}] of sorted.slice(1).entries()) expect((sorted[i].left ?? "9999") < joined).toBe(true);
    }
  });

  it("keep one role a school and kind, whose clock starts at the first sponsored opening", () => {
    for (const {school, role, from, partnership} of roles.filter((one) =>
      one.partnership.partnership_type.endsWith("academy_trust")
    ))
      if (role === "supported")
        expect([partnership.id, from]).toEqual([
          partnership.id,
          school.establishments.find(({type}) => type === "sponsored")!.opened
        ]);
    const keys = roles.map(({school, partnership}) => `${school.id} ${partnership.partnership_type}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the register’s files", () => {
  it("list some closed groups with their closing date, and end the membership of all who were in them", () => {
    const closed = groups.filter((one) => one.closed !== null);
    expect(new Set(closed.map(({still_linked}) => still_linked))).toEqual(new Set([true, false]));
    for (const one of closed) for (const {left} of one.members) expect(left! <= one.closed!).toBe(true);
    expect(text(/alllinksdata/)).toContain(",31-08-2019,");
  });

  it("give 1900-01-01 for some days of joining", () => {
    expect(text(/alllinksdata/)).toContain("01-01-1900");
    expect(belongings.some(({reported}) => reported === "placeholder")).toBe(true);
  });

  it("know sponsors by a trust’s name, by its company, or as somebody outside", () => {
    const twins = new Set(groups.map(({name}) => name.toLowerCase()));
    const companies = new Set(groups.map(({peers}) => peers));
    const how = sponsors.map(({name, peers}) =>
      twins.has(name.toLowerCase()) ? "name" : peers && companies.has(peers) ? "company" : "outside"
    );
    expect(new Set(how)).toEqual(new Set(["name", "company", "outside"]));
  });

  it("link the schools of a sixth form to it, on both sides, some without a date", () => {
    const links = text(/\/links_/)
      .split("\n")
      .filter((line) => line.includes("Sixth Form Centre"));
    const linked = england.consortia.filter(({in_links}) => in_links).flatMap(({members}) => members);
    expect(links.length).toBe(2 * linked.length);
    expect(links.some((line) => line.trimEnd().endsWith(',""'))).toBe(true);
    expect(england.consortia.some(({in_links, in_tables}) => in_tables && !in_links)).toBe(true);
  });
});
