import {fetchFor} from "../ui/fetch-release.js";
import type {PartnershipOutcome} from "../ui/release.js";
import {estimateMeasure, type Listed} from "./estimate-measure.js";

/** What a page asks of a worker: one outcome of a list. */
export interface Asked {
  /** Where the page is. */
  page: string;
  /** Which of the outcomes asked for it is. */
  place: number;
  listed: Listed;
  measure: string;
}

/** What it answers: the outcome, or what kept it from that, in words. */
export type Answered = {place: number; outcomes: PartnershipOutcome[]} | {failed: {name: string; message: string}};

addEventListener("message", ({data: {page, place, listed, measure}}: MessageEvent<Asked>) => {
  fetchFor(page);
  const answer = (answered: Answered) => postMessage(answered);
  estimateMeasure(listed, measure).then(
    (outcomes) => answer({place, outcomes}),
    ({name, message}: Error) => answer({failed: {name, message}})
  );
});
