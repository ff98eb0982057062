import {NotOpened} from "../ui/fetch-release.js";
import type {PartnershipOutcome} from "../ui/release.js";
import type {Listed} from "./estimate-measure.js";
import type {Answered, Asked} from "./estimate-worker.js";

/** As many workers as leave the page a core of its own, four at most: each unpacks the schools of a phase. */
const countWorkers = (): number => Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));

/** Workers with nothing to do, which have the schools of a phase unpacked for the next list. */
const idle: Worker[] = [];

const startWorker = (): Worker => new Worker(import.meta.resolve("./estimate-worker.js"), {type: "module"});

/**
 * Estimates outcomes of a list in workers, so that the page listens meanwhile. In the order asked for, however many work
 * on them; `reported` hears how many are done. Throws NotOpened where a file is not to be had.
 */
export async function estimateList(
  asked: readonly {listed: Listed; measure: string}[],
  reported: (done: number) => void
): Promise<PartnershipOutcome[]> {
  const found: PartnershipOutcome[][] = [];
  const next = asked.entries();
  let done = 0;
  let stopped = false;
  const work = async () => {
    const worker = idle.pop() ?? startWorker();
    try {
      for (const [i, one] of next) {
        found[i] = await ask(worker, {...one, page: document.baseURI});
        if (stopped) break;
        reported(++done);
      }
    } catch (error) {
      stopped = true;
      worker.terminate();
      throw error;
    }
    idle.push(worker);
  };
  await Promise.all(Array.from({length: Math.min(countWorkers(), asked.length)}, work));
  return found.flat();
}

function ask(worker: Worker, asked: Asked): Promise<PartnershipOutcome[]> {
  return new Promise((done, fail) => {
    worker.onmessage = ({data}: MessageEvent<Answered>) => {
      if ("outcomes" in data) return done(data.outcomes);
      const {name, message} = data.failed;
      fail(name === "NotOpened" ? new NotOpened(message) : new Error(message));
    };
    worker.onerror = ({message}) =>
      fail(new NotOpened(`What estimates could not be started here. ${message ?? ""}`.trim()));
    worker.postMessage(asked);
  });
}
