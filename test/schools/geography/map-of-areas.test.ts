import {describe, expect, test} from "vitest";
import {areasOn, mapOfAreas, type AreaChange, type SeenAt} from "../../../src/schools/geography/map-of-areas.ts";

const la = (date: string, from_code: string, to_code: string): AreaChange => ({date, level: "LA", from_code, to_code});

/** Dorset as it was: a county that split in 1997, and parts of which merged in 2019. */
const changes = [
  la("1997-04-01", "912", "835"),
  la("1997-04-01", "912", "836"),
  la("1997-04-01", "912", "837"),
  la("2019-04-01", "835", "838"),
  la("2019-04-01", "835", "839"),
  la("2019-04-01", "836", "839"),
  la("2019-04-01", "837", "839")
];
const seen = (code: string, on: string): SeenAt => ({level: "LA", code, on});
const then = (date: string, place: SeenAt) => [...areasOn(date, place, changes)].sort();

describe("areasOn(date, place, changes)", () => {
  test("is the place’s own code while nothing changes", () => {
    expect(then("2010-01-01", seen("836", "2018-06-01"))).toEqual(["836"]);
    expect(then("2010-01-01", seen("373", "2024-06-01"))).toEqual(["373"]);
  });

  test("leads back from a new code to the only one it came from", () => {
    expect(then("2010-01-01", seen("838", "2022-01-01"))).toEqual(["835"]);
  });

  test("gives all that a merged area may have been", () => {
    expect(then("2010-01-01", seen("839", "2022-01-01"))).toEqual(["835", "836", "837"]);
  });

  test("gives all that a split area may become", () => {
    expect(then("2022-01-01", seen("835", "2018-06-01"))).toEqual(["838", "839"]);
    expect(then("2022-01-01", seen("836", "2018-06-01"))).toEqual(["839"]);
  });

  test("follows one reorganisation after another", () => {
    expect(then("1996-01-01", seen("839", "2022-01-01"))).toEqual(["912"]);
    expect(then("2022-01-01", seen("912", "1996-01-01"))).toEqual(["838", "839"]);
  });

  test("counts the day of a reorganisation as the new map’s first", () => {
    expect(then("2019-04-01", seen("836", "2018-06-01"))).toEqual(["839"]);
    expect(then("2019-03-31", seen("838", "2022-01-01"))).toEqual(["835"]);
  });

  test("takes a new code in a file from before its day as of its first day", () => {
    expect(then("2010-01-01", seen("838", "2019-01-01"))).toEqual(["835"]);
  });

  test("takes an old code in a file from after its day as of its last day", () => {
    expect(then("2010-01-01", seen("836", "2022-08-31"))).toEqual(["836"]);
    expect(then("2022-01-01", seen("836", "2022-08-31"))).toEqual(["839"]);
  });

  test("keeps districts apart from authorities of the same code", () => {
    expect([...areasOn("2010-01-01", {level: "LAD", code: "838", on: "2022-01-01"}, changes)]).toEqual(["838"]);
  });
});

describe("mapOfAreas(changes)", () => {
  test("answers as areasOn does, asked once or twice", () => {
    const map = mapOfAreas(changes);
    const place = seen("839", "2022-01-01");
    const twice = [map("2010-01-01", place), map("2010-01-01", place)];
    expect(twice).toEqual([areasOn("2010-01-01", place, changes), areasOn("2010-01-01", place, changes)]);
  });
});
