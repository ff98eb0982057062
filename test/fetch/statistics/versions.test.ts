import {describe, expect, test} from "vitest";
import type {DataSetVersion} from "../../../pipelines/fetch/statistics/objects.ts";
import {chooseVersion, fetchVersions} from "../../../pipelines/fetch/statistics/versions.ts";
import {calmContext} from "../../support/publishers/calm-context.ts";
import {absenceSet} from "../../support/publishers/made-data-set.ts";
import {startPublishers} from "../../support/publishers/server.ts";
import {statisticsApi, type MadeVersion} from "../../support/publishers/statistics-api.ts";

const version = (name: string, published: string, status: DataSetVersion["status"] = "Published"): DataSetVersion => ({
  version: name,
  type: "Minor",
  status,
  published,
  totalResults: 1,
  file: {id: `file-of-${name}`},
  release: {title: "2022/23", slug: "2022-23"}
});

const versions = [
  version("2.1", "2025-06-01T09:30:00Z", "Withdrawn"),
  version("2.0", "2025-03-01T09:30:00Z"),
  version("1.0.1", "2025-04-01T09:30:00Z"),
  version("1.0", "2024-03-01T09:30:00Z", "Deprecated")
];

describe("chooseVersion(versions, data set, named)", () => {
  test("takes the one published last, and no withdrawn one", () => {
    expect(chooseVersion(versions, "x").version).toBe("1.0.1");
  });

  test.each([
    ["1.0", "1.0"],
    ["1", "1.0"],
    ["1.0.1", "1.0.1"],
    ["v2.0.0", "2.0"]
  ])("takes %s for %s exactly", (named, expected) => {
    expect(chooseVersion(versions, "x", named).version).toBe(expected);
  });

  test("lists what there is when the one named is not there", () => {
    expect(() => chooseVersion(versions, "x", "3.0")).toThrow(
      "data set x has no version 3.0: 2.1 withdrawn, 2.0 published, 1.0.1 published, 1.0 deprecated"
    );
  });
});

describe("fetchVersions(data set)", () => {
  test("reads every page of the list", async () => {
    const many = Array.from({length: 45}, (_, i): MadeVersion => {
      return {version: `${45 - i}.0`, published: "2024-03-01T09:30:00Z", set: absenceSet};
    });
    const local = await startPublishers(statisticsApi({absence: many}));
    expect(await fetchVersions("absence", calmContext(local))).toHaveLength(45);
  });
});
