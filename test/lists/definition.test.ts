import {describe, expect, test} from "vitest";
import type {Answer} from "../../src/vocabulary/area-model.ts";
import {features, oversight, type Feature, type Oversight} from "../../src/vocabulary/definition-check.ts";
import {definition} from "../../src/lists/definition.ts";

type Id = Feature | Oversight;
const ids = [...Object.keys(features), ...Object.keys(oversight)] as Id[];
const all = (answer: Answer, but: Partial<Record<Id, Answer>> = {}) =>
  ({...Object.fromEntries(ids.map((id) => [id, answer])), ...but}) as Record<Id, Answer>;

describe("definition(answers, {schools})", () => {
  const pairs = Object.keys(features).flatMap((f) => Object.keys(oversight).map((o) => [f, o] as [Feature, Oversight]));

  test.each(pairs)("is met by %s under %s alone", (feature, overseen) => {
    const found = definition(all("no", {[feature]: "yes", [overseen]: "yes"}), {schools: 2});
    expect(found).toEqual({met: "yes", lacks: [], features: [feature], oversight: [overseen]});
  });

  test("is not met without a feature, whatever the oversight", () => {
    const found = definition(all("no", {executive_head: "yes"}), {schools: 2});
    expect([found.met, found.lacks]).toEqual(["no", ["features"]]);
  });

  test("is not met without oversight", () => {
    const found = definition(all("no", {protocol: "yes"}), {schools: 2});
    expect([found.met, found.lacks]).toEqual(["no", ["oversight"]]);
  });

  test("is not met by one school", () => {
    const found = definition(all("yes"), {schools: 1});
    expect([found.met, found.lacks]).toEqual(["no", ["schools"]]);
  });

  test("is unknown as long as an unknown answer could meet it", () => {
    const found = definition(all("no", {protocol: "unknown", executive_head: "yes"}), {schools: 2});
    expect([found.met, found.lacks]).toEqual(["unknown", ["features"]]);
  });

  test("is unknown where the members are not known", () => {
    expect(definition(all("yes"), {schools: null}).met).toBe("unknown");
  });
});
