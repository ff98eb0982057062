import {sampleJobs} from "./write-sample.ts";
import type {Task} from "./parts.ts";
import {writePublished} from "./write.ts";

/** A process that makes the files of the jobs it is sent, and asks for the next. */
let jobs: ReturnType<typeof sampleJobs> | undefined;

process.on("message", async ({folder, plan, job}: Task) => {
  jobs ??= sampleJobs(plan);
  for (const file of jobs[job]()) await writePublished(folder, file);
  process.send!("next");
});

process.send!("next");
