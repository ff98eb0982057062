import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {wildClusterBootstrapSet} from "../../pipelines/validation/reference/wild-cluster-bootstrap.ts";

const shared = "../shared/reference/wild_cluster_bootstrap";

describe("few_clusters, ours", () => {
  it("has fwildclusterboot’s statistics, enumerated p-values to the last draw, intervals, and feols’s t", async () => {
    const rows = await wildClusterBootstrapSet.rows("test/reference/wild_cluster_bootstrap");
    expect(rows).toHaveLength(28);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});

describe.skipIf(!existsSync(shared))(`the examples of boottest (needs ${shared})`, () => {
  it("have fwildclusterboot’s statistics, p-values to the last draw and intervals", async () => {
    const rows = await wildClusterBootstrapSet.rows(shared);
    expect(rows).toHaveLength(52);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});
