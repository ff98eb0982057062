import {NotOpened} from "../ui/fetch-release.js";
import type {Task, Tasks} from "./list-tasks.js";
import type {Answered, Asked} from "./list-worker.js";

/** As many workers as leave the page a core of its own, four at most: each unpacks the schools of a phase. */
const countWorkers = (): number => Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));

/** What one worker is asked for at once: while it works on one outcome, the files of the next are on their way. */
const TOGETHER = 4;

type Input<T extends Task> = Parameters<Tasks[T]>[0];
type Output<T extends Task> = Awaited<ReturnType<Tasks[T]>>;

interface ListWorker {
  ask: <T extends Task>(task: T, input: Input<T>) => Promise<Output<T>>;
}

const started: ListWorker[] = [];

/** Starts workers before there is a list, so that their code is there when it comes. */
export function startWorkers(): readonly ListWorker[] {
  while (started.length < countWorkers()) started.push(startWorker());
  return started;
}

/** The worker that has the register. */
export function firstWorker(): ListWorker {
  if (started.length === 0) started.push(startWorker());
  return started[0];
}

function startWorker(): ListWorker {
  const worker = new Worker(import.meta.resolve("./list-worker.js"), {type: "module"});
  const waiting = new Map<number, {end: (found: never) => void; fail: (error: Error) => void}>();
  let asked = 0;
  const own: ListWorker = {
    ask: (task, input) =>
      new Promise((end, fail) => {
        const one: Asked<typeof task> = {page: document.baseURI, number: asked++, task, input};
        waiting.set(one.number, {end, fail});
        worker.postMessage(one);
      })
  };
  worker.onmessage = ({data}: MessageEvent<Answered>) => {
    const one = waiting.get(data.number);
    waiting.delete(data.number);
    if ("failed" in data) one?.fail(asError(data.failed));
    else one?.end(data.found as never);
  };
  worker.onerror = ({message}) => {
    started.splice(started.indexOf(own), 1);
    worker.terminate();
    const error = new NotOpened(`What reads and estimates lists could not be started here. ${message ?? ""}`.trim());
    for (const {fail} of waiting.values()) fail(error);
  };
  return own;
}

/**
 * Has workers do one task for each of many inputs, so that the page listens meanwhile. In the order asked for, however
 * many work on them; `reported` hears how many are done. Throws the first fault, and then asks for no further one.
 */
export async function askAll<T extends Task>(
  task: T,
  inputs: readonly Input<T>[],
  reported: (done: number) => void
): Promise<Output<T>[]> {
  const found: Output<T>[] = [];
  const left = [...inputs.entries()].reverse();
  let done = 0;
  const work = async (worker: ListWorker): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [place, input] = next;
      found[place] = await worker.ask(task, input).catch((error: unknown) => {
        left.length = 0;
        throw error;
      });
      reported(++done);
    }
  };
  await Promise.all(startWorkers().flatMap((worker) => Array.from({length: TOGETHER}, () => work(worker))));
  return found;
}

const asError = ({name, message}: {name: string; message: string}): Error =>
  name === "NotOpened" ? new NotOpened(message) : new Error(message);
