import {beforeAll, describe, expect, test} from "vitest";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";
import {searchable, searchSchools, type SearchedSchool} from "../../dashboards/components/school/found-schools.ts";
import {readPart} from "../../pipelines/files/read-part.ts";
import type {SchoolIndex, SchoolRow} from "../../src/release/partnership-files.ts";
import {chooseFiles, GENERIC, listFiles, listNames} from "../../src/search/search-keys.ts";
import {sampleRelease} from "../support/sample-release.ts";

describe("parts of the index of schools", () => {
  let release: string;
  let whole: SearchedSchool[];
  const open = (file: string) =>
    searchable(collectRows<SchoolRow>(readPart<SchoolIndex>(`${release}/${file}.json.gz`)));
  const numbers = (rows: readonly SearchedSchool[]) => rows.map(({urn}) => urn);
  const byParts = (search: string) =>
    numbers(
      searchSchools(
        chooseFiles(search).flatMap((name) => open(`search/${name}`)),
        search
      )
    );

  beforeAll(async () => {
    release = await sampleRelease();
    whole = open("schools");
  });

  test("find what the whole finds, by name, town, authority, postcode, URN and LAESTAB", () => {
    const searches = whole
      .filter((_, place) => place % 10 === 0)
      .flatMap(({name, town, authority, postcode, urn, laestab}) => [
        name,
        name.slice(0, 9),
        `${name} ${town}`,
        town,
        authority,
        postcode,
        postcode.slice(0, 3),
        String(urn),
        String(urn).slice(0, 5),
        laestab
      ])
      .filter((search) => search.trim() !== "" && !chooseFiles(search).includes(GENERIC));
    expect(searches.length).toBeGreaterThan(300);
    for (const search of searches) expect(byParts(search), search).toEqual(numbers(searchSchools(whole, search)));
  });

  test("find several URNs at once", () => {
    const search = [whole[0], whole[100], whole[200]].map((row) => row.urn).join(", ");
    expect(byParts(search)).toEqual(numbers(searchSchools(whole, search)));
  });

  test("are the same for any release, and each is there", () => {
    const used = new Set(whole.flatMap((row) => [...listFiles(row)]));
    expect([...used].filter((name) => !listNames().includes(name))).toEqual([]);
    for (const name of listNames()) expect(open(`search/${name}`).every((row) => listFiles(row).has(name))).toBe(true);
  });
});

const row = (name: string): SchoolRow => ({
  id: 1,
  urn: 100001,
  name,
  authority: "Larchshire",
  postcode: "QA1 0UC",
  town: "Saltmere",
  laestab: "5004001",
  phase: "primary"
});

test.each(["Primary", "the church school", "st", "s"])("“%s” singles out no school: the generic part alone", (search) =>
  expect(chooseFiles(search)).toEqual([GENERIC])
);

test("a school of generic words alone is found by them, others by the rest of their name", () => {
  expect(listFiles(row("The Church of England Primary School")).has(GENERIC)).toBe(true);
  expect(listFiles(row("Alder Primary School")).has(GENERIC)).toBe(false);
});
