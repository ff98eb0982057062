import {describe, expect, test} from "vitest";
import {blockEstimators, panelEstimators} from "../../src/library/estimators/index.ts";
import {matchDefaults, matchingMethods} from "../../src/library/matching/index.ts";
import {methods} from "../../src/library/registry.ts";

describe("the registry of methods", () => {
  test("has what each registry lists, in its order, and nothing else", () => {
    const ids = (registry: string) => methods.filter((one) => one.registry === registry).map(({id}) => id);
    expect(ids("panelEstimators")).toEqual(panelEstimators.map(({id}) => id));
    expect(ids("blockEstimators")).toEqual(blockEstimators.map(({id}) => id));
    expect(ids("matchingMethods")).toEqual(matchingMethods.map(({id}) => id));
    expect(new Set(methods.map(({id}) => id)).size).toBe(methods.length);
  });

  test("names a peer in R of every method but the naive one, by package and function", () => {
    expect(methods.filter(({peers}) => peers.length === 0).map(({id}) => id)).toEqual(["before_after"]);
    for (const {id, peers} of methods) for (const peer of peers) expect(peer, id).toMatch(/^[A-Za-z\d]+::[a-z_\d]+$/);
  });

  test("names options that there are", () => {
    const known = new Set([
      "solver",
      "lambda",
      ...Object.keys(matchDefaults),
      ...panelEstimators.flatMap((one) => one.takes)
    ]);
    for (const {id, options} of methods) for (const option of options) expect(known, id).toContain(option);
  });

  test("changes nothing but the options it names: a method of matching answers alike under all others", () => {
    const sample = {
      ids: ["a", "b", "c", "d", "e", "f", "g", "h"],
      treated: Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 0),
      covariates: [{name: "size", values: Float64Array.of(3, 4, 5, 1, 2, 4, 6, 7)}]
    };
    const others = {ratio: 2, replace: true, subclasses: 2, bins: 2, link: "probit", order: "data"} as const;
    for (const {id, apply} of matchingMethods) {
      const {options} = methods.find((method) => method.id === id)!;
      const ignored = Object.fromEntries(Object.entries(others).filter(([name]) => !options.includes(name)));
      const weights = (given: object) => [...apply(sample, {...matchDefaults, ...given}).weights];
      expect(weights(ignored), id).toEqual(weights({}));
    }
  });
});
