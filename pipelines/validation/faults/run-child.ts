import {spawn} from "node:child_process";
import {resolveFromPipelines} from "../../warehouse.ts";

/** How a command ended: null where it was killed. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
  /** Whether it went on for so long that it was given up. */
  blocked: boolean;
}

export interface ChildOptions {
  /** Seconds until it is killed, as by a person or a full machine. */
  killAfter?: number;
  env?: Record<string, string>;
  /** Modules that it loads first, by their place next to this one. */
  preload?: readonly string[];
  /** The program, and what stands before its own arguments: this Node. */
  program?: readonly [string, ...string[]];
}

/** Seconds after which a command is given up. */
const PATIENCE = 900;

/** Runs a command of this project in a process of its own. */
export function runChild(
  args: readonly string[],
  {killAfter, env = {}, preload = [], program = [process.execPath]}: ChildOptions = {}
): Promise<Ended> {
  const begun = performance.now();
  const loads = preload.flatMap((path) => ["--import", resolveFromPipelines(`validation/faults/${path}`)]);
  const [file, ...before] = program;
  const child = spawn(file, [...before, ...loads, resolveFromPipelines("pav.js"), ...args], {
    cwd: resolveFromPipelines(".."),
    env: {...process.env, ...env},
    stdio: ["ignore", "pipe", "pipe"]
  });
  const said = {stdout: "", stderr: ""};
  child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk.toString()));
  let blocked = false;
  const timers = [setTimeout(() => (blocked = child.kill("SIGKILL")), PATIENCE * 1000)];
  if (killAfter !== undefined) timers.push(setTimeout(() => child.kill("SIGKILL"), killAfter * 1000));
  return new Promise((ended, fail) => {
    child.once("error", fail);
    child.once("close", (code) => {
      for (const timer of timers) clearTimeout(timer);
      ended({code, ...said, seconds: (performance.now() - begun) / 1000, blocked});
    });
  });
}
