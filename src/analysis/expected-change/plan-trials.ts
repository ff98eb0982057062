import {design} from "../../design.ts";
import {once} from "../../once.ts";
import type {DonorPool} from "../comparison/donor-pool.ts";
import type {PhaseData} from "../comparison/phase-data.ts";
import type {Study} from "../comparison/study.ts";
import type {TrialExcess} from "./trial-excess.ts";
import {makeTrials} from "./trials.ts";

/** The trials of a measure in a donor pool that every effect asks for, by joining year. */
export interface PlanTrials {
  main: ReadonlyMap<number, TrialExcess>;
  /** From a base further back, with covariates measured there; made when first asked for. */
  secondBase: () => ReadonlyMap<number, TrialExcess>;
  /** Joining pretended some years earlier, everything measured at its own date; made when first asked for. */
  pretended: () => ReadonlyMap<number, TrialExcess>;
}

/** The plan’s trials, and those of its checks of the years before joining. */
export function planTrials(
  data: PhaseData,
  pool: DonorPool,
  treated: ReadonlyMap<number, Int32Array>,
  {measure, outcome}: Pick<Study, "measure" | "outcome">
): PlanTrials {
  const {effect, event_times, second_base, placebo_in_time} = design;
  const of = {measure, outcome};
  return {
    main: makeTrials(data, pool, treated, {...of, times: event_times}),
    secondBase: once(() => makeTrials(data, pool, treated, {...of, times: effect, base: second_base.window})),
    pretended: once(() =>
      makeTrials(data, pool, treated, {...of, times: placebo_in_time.effect, shift: placebo_in_time.shift})
    )
  };
}
