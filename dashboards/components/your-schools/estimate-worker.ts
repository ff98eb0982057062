import {fetchFor} from "../ui/fetch-release.js";
import type {PartnershipOutcome} from "../ui/release.js";
import {estimateMeasure, type Listed} from "./estimate-measure.js";

/** What a page asks of a worker: one outcome of a list. */
export interface Asked {
  /** Where the page is. */
  page: string;
  listed: Listed;
  measure: string;
}

/** What it answers: the outcome, or what kept it from that, in words. */
export type Answered = {outcomes: PartnershipOutcome[]} | {failed: {name: string; message: string}};

addEventListener("message", ({data: {page, listed, measure}}: MessageEvent<Asked>) => {
  fetchFor(page);
  const answer = (answered: Answered) => postMessage(answered);
  estimateMeasure(listed, measure).then(
    (outcomes) => answer({outcomes}),
    ({name, message}: Error) => answer({failed: {name, message}})
  );
});
