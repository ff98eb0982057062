import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {weighCommand} from "../../pipelines/commands/weigh.ts";
import {folderOf} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

describe("pav weigh", () => {
  it("balances by entropy unless told otherwise", async () => {
    // The treated mean is 2; others are at 1 and 3, so equal weights do it, and the two at 1 share theirs.
    const text = "urn,joined,fsm\n1,1,2\n2,0,1\n3,0,1\n4,0,3\n";
    const file = join(await folderOf({"schools.csv": text}), "schools.csv");
    const {stdout} = await runCommand(
      weighCommand,
      file,
      ...["--id", "urn", "--treated", "joined", "--covariates", "fsm", "--format", "json"]
    );
    const weights = (JSON.parse(stdout) as {weight: number}[]).map(({weight}) => weight);
    [1, 0.75, 0.75, 1.5].forEach((weight, i) => expect(weights[i]!).toBeCloseTo(weight, 11));
  });
});
