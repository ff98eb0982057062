import type {RunTerms} from "../../src/analysis/setting.ts";
import {design} from "../../src/design.ts";
import {computeHash, type Asked, type Kept} from "../cache/kept-answers.ts";
import type {Task} from "./estimate-pool.ts";
import type {SimilarTask} from "./similar.ts";
import type {SpreadTask} from "./spread.ts";
import type {Workers} from "./work.ts";

/** What threads are asked of a phase, each under the name by which it is said to be done. */
export interface Ask {
  pool: (task: Omit<Task, "run" | "plan">, name: string) => Asked;
  spread: (task: Omit<SpreadTask, "plan">, name: string) => Asked;
  similar: (task: Omit<SimilarTask, "plan">, name: string) => Asked;
}

/** Has threads answer what no earlier run did of the same inputs, and says how many answers there are after each. */
export function askThreads(
  kept: Kept,
  threads: Workers,
  {run, progress}: {run: RunTerms; progress: (done: number, what: string) => void}
): Ask {
  let done = 0;
  const take = (name: string, inputs: unknown, make: () => Promise<string>): Asked => {
    const asked = kept.take(inputs, make);
    // Whoever reads the answer meets what went wrong.
    asked.answer.then(
      () => progress(++done, name),
      () => undefined
    );
    return asked;
  };
  const plan = design;
  return {
    pool: (task, name) => {
      const {data, pool, roles, studies} = task;
      const inputs = [hashOnce(data), pool, roles, studies.map(hashOnce), run.plan, plan];
      return take(name, inputs, () => threads.run("estimatePool", {...task, run, plan}));
    },
    spread: (task, name) => {
      const {data, pool, studies} = task;
      const inputs = ["spread", hashOnce(data), pool, studies.map(hashOnce), plan];
      return take(name, inputs, () => threads.run("estimateSpread", {...task, plan}));
    },
    similar: (task, name) => {
      const inputs = ["similar", hashOnce(task.data), task.first, plan];
      return take(name, inputs, () => threads.run("findSimilar", {...task, plan}));
    }
  };
}

const hashes = new WeakMap<object, string>();

/** Of what many donor pools share: its hash, worked out once. */
function hashOnce(value: object): string {
  const hash = hashes.get(value) ?? computeHash(value);
  hashes.set(value, hash);
  return hash;
}
