import {fork} from "node:child_process";
import {fileURLToPath} from "node:url";
import type {Plan} from "./plan.ts";

/** What a process is sent: which of the jobs of a plan to do, and where its files go. */
export interface Task {
  folder: string;
  plan: Plan;
  job: number;
}

const PROCESSES = 2;

/** Most of what is drawn is soon forgotten: with little room for the young the collector would keep it for long. The old have room for what two processes may have of three gigabytes. */
const flags = ["--max-semi-space-size=32", "--max-old-space-size=1300"];

/** Does all jobs of a plan in two processes, each with its own copy of the country, the last jobs first: they are the longest. */
export async function writeInParts(folder: string, plan: Plan, jobs: number): Promise<void> {
  let left = jobs;
  const next = (): Task | undefined => (left > 0 ? {folder, plan, job: --left} : undefined);
  await Promise.all(Array.from({length: PROCESSES}, () => runPart(next)));
}

function runPart(next: () => Task | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const project = fileURLToPath(new URL("../..", import.meta.url));
    const child = fork(fileURLToPath(new URL("./part.js", import.meta.url)), {execArgv: flags, cwd: project});
    child.on("message", () => {
      const task = next();
      if (task) child.send(task);
      else child.disconnect();
    });
    child.on("error", reject);
    child.on("exit", (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`a process that made part of the sample ended with ${code ?? signal}`))
    );
  });
}
