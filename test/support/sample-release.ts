import {join} from "node:path";
import {runPipeline} from "../../pipelines/run.ts";
import {writeSample} from "../../pipelines/synthetic-england/write-sample.ts";
import {keptFolder} from "./kept-folder.ts";

/** The release of the synthetic England, made once. The warehouse is next to the folder: ../schools.duckdb. */
export async function sampleRelease(): Promise<string> {
  const made = await keptFolder("pav-sample-", async (to) => {
    await writeSample(join(to, "published"));
    await runPipeline({from: join(to, "published"), to: join(to, "out")});
  });
  return join(made, "out", "release");
}
