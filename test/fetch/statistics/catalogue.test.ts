import {describe, expect, test} from "vitest";
import {catalogueFile} from "../../../pipelines/fetch/statistics/catalogue.ts";
import {calmContext} from "../../support/publishers/calm-context.ts";
import {catalogue} from "../../support/publishers/catalogue.ts";
import {startPublishers} from "../../support/publishers/server.ts";

const bytes = Buffer.from("a\n1\n");
const file = (id: string, filename: string) => ({id, filename, bytes});
const crowd = Array.from({length: 60}, (_, i) => file(`other-${i}`, `other_${i}.csv`));
const publication = {
  slug: "made-up-absence",
  id: "pub-1",
  releases: [
    {
      slug: "2024-25",
      id: "rel-2",
      files: [...crowd, file("new", "1a_absence_3term_school.csv"), file("b", "twin_1.csv"), file("c", "twin_2.csv")]
    },
    {slug: "2016-17", id: "rel-1", files: [file("old", "1a_absence_3term_school.csv")]}
  ]
};
const origin = {
  service: "explore_education_statistics",
  publication: "made-up-absence",
  file: "1a_absence_3term_school"
} as const;
const context = async () => ({
  context: calmContext(await startPublishers(catalogue([publication]))),
  listings: new Map()
});

describe("catalogueFile(origin)", () => {
  test("finds the file of the latest release by its name, on whatever page of the list", async () => {
    expect((await catalogueFile(origin, await context())).id).toBe("new");
  });

  test("finds the file of the release named", async () => {
    expect((await catalogueFile({...origin, release: "2016-17"}, await context())).id).toBe("old");
  });

  test("takes the pattern for the whole name", async () => {
    await expect(catalogueFile({...origin, file: "absence_3term_school"}, await context())).rejects.toThrow(
      "no file is named like"
    );
  });

  test("names the files there are when none fits", async () => {
    await expect(catalogueFile({...origin, file: "none", release: "2016-17"}, await context())).rejects.toThrow(
      "made-up-absence 2016-17: no file is named like none, among 1; the nearest: 1a_absence_3term_school.csv"
    );
  });

  test("refuses to choose between two", async () => {
    await expect(catalogueFile({...origin, file: "twin_#"}, await context())).rejects.toThrow(
      "several files are named like twin_…: twin_1.csv, twin_2.csv"
    );
  });

  test("says so where there is no such publication", async () => {
    await expect(catalogueFile({...origin, publication: "gone"}, await context())).rejects.toMatchObject({status: 404});
  });
});
