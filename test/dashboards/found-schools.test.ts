import {expect, test} from "vitest";
import {searchable, searchSchools} from "../../dashboards/components/school/found-schools.ts";
import type {SchoolRow} from "../../src/release/partnership-files.ts";

const row = (id: number, urn: number, name: string, rest: Partial<SchoolRow> = {}): SchoolRow => ({
  id,
  urn,
  name,
  authority: "Lárchshire & Vale",
  postcode: "QA1 0UC",
  phase: "primary",
  town: "Saltmere",
  laestab: `500${4000 + id}`,
  ...rest
});

const rows = searchable([
  row(1, 100312, "St. Brandric’s CofE School"),
  row(1, 144777, "Saint Brandric Academy", {postcode: "QB2 1AA"}),
  row(2, 100400, "Alder School"),
  row(3, 100500, "The Alder Infant School", {authority: "Marsh"})
]);
const ids = (search: string) => searchSchools(rows, search).map(({id}) => id);

test("an old URN finds its school", () => expect(ids("100312")).toEqual([1]));

test("a school with several numbers is found once, under the latest", () => {
  expect(searchSchools(rows, "brandric").map(({urn}) => urn)).toEqual([144777]);
});

test("words are found by their beginnings, in any order, whatever the capitals, dots, apostrophes and accents", () => {
  expect(ids("brandrics ST")).toEqual([1]);
  expect(ids("larchshire vale alder")).toEqual([2]);
  expect(ids("lder")).toEqual([]);
});

test("names that begin with the search come before others", () => expect(ids("alder school")).toEqual([2, 3]));

test("a postcode is found with or without its space, and as far as it is typed", () => {
  expect(ids("qa10uc")).toEqual([2, 1, 3]);
  expect(ids("QB2 1")).toEqual([1]);
});

test("nothing but spaces finds nothing", () => expect(ids("  ")).toEqual([]));

test("a LAESTAB finds its school, however it is written", () => {
  expect(ids("500/4002")).toEqual([2]);
  expect(ids("5004003")).toEqual([3]);
});

test("a town finds its schools", () => expect(ids("saltmere alder")).toEqual([2, 3]));

test("several URNs find their schools, with anything between them", () => {
  expect(ids("100400, 100500")).toEqual([2, 3]);
});
