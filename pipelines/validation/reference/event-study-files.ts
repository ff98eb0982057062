import {join} from "node:path";
import type {EventStudy} from "../../../src/library/inference/honest-did/event-study.ts";
import {readEventStudy} from "../../tables/event-study.ts";

const earlier: Record<string, number> = {ehec_twfe: 5, BC: 4, LW: 9};

/** One of the event studies of the set `honestdid`: its first later coefficient, or the mean of them. */
export async function makeEventStudy(folder: string, dataset: string, target: string): Promise<EventStudy> {
  return readEventStudy({
    beta: join(folder, `${dataset}_betahat.csv`),
    sigma: join(folder, `${dataset}_sigma.csv`),
    pre: earlier[dataset],
    post: target === "first_post" ? "1" : "mean"
  });
}
