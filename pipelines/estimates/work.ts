import {availableParallelism} from "node:os";
import {Tinypool} from "tinypool";
import type * as works from "./works.ts";
import {resolveFromPipelines} from "../warehouse.ts";

/** What workers can do, each with one task that can be sent between threads. */
type Works = typeof works;

/** Threads that work for one step. */
export interface Workers {
  run<W extends keyof Works>(name: W, task: Parameters<Works[W]>[0]): Promise<ReturnType<Works[W]>>;
  close(): Promise<void>;
}

/** As many threads as there are cores to use, at most two: each holds what it works on. */
export const usualThreads = Math.min(2, availableParallelism());

/** Megabytes for what is soon forgotten, as most of what is made is: with the usual half of it much is kept for long. */
const YOUNG = 96;

/** Threads start with the first task, and stay until they are closed: one that ends when it is idle takes seconds to start again. */
export function startWorkers(threads = usualThreads): Workers {
  let pool: Tinypool | null = null;
  const start = () =>
    new Tinypool({
      filename: resolveFromPipelines("estimates/worker.js"),
      runtime: "worker_threads",
      maxThreads: threads,
      minThreads: threads,
      resourceLimits: {maxYoungGenerationSizeMb: YOUNG}
    });
  return {
    run: (name, task) => (pool ??= start()).run(task, {name}),
    close: async () => pool?.destroy()
  };
}
