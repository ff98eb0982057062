import {NotOpened} from "../ui/fetch-release.js";
import type {PartnershipOutcome} from "../ui/release.js";
import type {Listed} from "./estimate-measure.js";
import type {Answered, Asked} from "./estimate-worker.js";

/** As many workers as leave the page a core of its own, four at most: each unpacks the schools of a phase. */
const countWorkers = (): number => Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));

/** Outcomes that one worker is asked for together: while it works on one, the files of the next are on their way. */
const TOGETHER = 4;

/** Workers with nothing to do, which have the schools of a phase unpacked for the next list. */
const idle = new Set<Worker>();

/** Starts workers before there is a list, so that their code is there when it comes. */
export function startWorkers(): void {
  while (idle.size < countWorkers()) {
    const worker = startWorker();
    worker.onerror = () => idle.delete(worker);
    idle.add(worker);
  }
}

const startWorker = (): Worker => new Worker(import.meta.resolve("./estimate-worker.js"), {type: "module"});

function takeWorker(): Worker {
  const [worker = startWorker()] = idle;
  idle.delete(worker);
  return worker;
}

/**
 * Estimates outcomes of a list in workers, so that the page listens meanwhile. In the order asked for, however many work
 * on them; `reported` hears how many are done. Throws NotOpened where a file is not to be had.
 */
export async function estimateList(
  asked: readonly {listed: Listed; measure: string}[],
  reported: (done: number) => void
): Promise<PartnershipOutcome[]> {
  const found: PartnershipOutcome[][] = [];
  const left: Asked[] = asked.map((one, place) => ({...one, place, page: document.baseURI})).reverse();
  let done = 0;
  let stopped = false;
  const work = (worker: Worker) =>
    new Promise<void>((end, fail) => {
      let open = 0;
      const stop = (error: Error) => {
        stopped = true;
        left.length = 0;
        idle.delete(worker);
        worker.terminate();
        fail(error);
      };
      const ask = () => {
        const next = left.pop();
        if (next === undefined) return;
        open++;
        worker.postMessage(next);
      };
      const endIfDone = () => {
        if (open > 0) return;
        idle.add(worker);
        end();
      };
      worker.onmessage = ({data}: MessageEvent<Answered>) => {
        if ("failed" in data) return stop(asError(data.failed));
        found[data.place] = data.outcomes;
        if (!stopped) reported(++done);
        open--;
        ask();
        endIfDone();
      };
      worker.onerror = ({message}) =>
        stop(new NotOpened(`What estimates could not be started here. ${message ?? ""}`.trim()));
      for (let i = 0; i < TOGETHER; i++) ask();
      endIfDone();
    });
  await Promise.all(Array.from({length: Math.min(countWorkers(), asked.length)}, () => work(takeWorker())));
  return found.flat();
}

const asError = ({name, message}: {name: string; message: string}): Error =>
  name === "NotOpened" ? new NotOpened(message) : new Error(message);
