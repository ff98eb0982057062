import {mersenneTwister} from "../statistics/mersenne-twister.ts";
import {design} from "../design.ts";
import type {PlaceboHill} from "../results.ts";
import {placeboHill} from "../telling/placebo-hill.ts";
import {within, type BaseStudy} from "./base-study.ts";
import type {EventStudy} from "./event-study.ts";
import {meansDrawn} from "./linear-effect.ts";
import {drawMadeUpAreas, type Places} from "./made-up-areas.ts";
import {drawMadeUp} from "./made-up-partnerships.ts";
import {seedOf} from "./seed.ts";

/** Made-up partnerships like the joiners, over the plan’s event times; where partnerships are too few for an interval, each within one place. */
export function placeboInSpace(
  places: Places,
  base: BaseStudy,
  found: EventStudy,
  {weights, unit, id}: {weights: Float64Array; unit: number; id: string}
): PlaceboHill | null {
  const {cohorts, differences, firstEventTime} = found.drawn ? base : within(base, design.effect);
  const source = mersenneTwister(seedOf(id, design.draws.seed));
  const options = {weights, draws: design.draws.placebo, source};
  const drawn =
    found.method === "none"
      ? drawMadeUpAreas(cohorts, differences, {...options, places})
      : (found.drawn ?? drawMadeUp(cohorts, differences, options));
  const columns = found.times
    .map(({event_time}) => event_time)
    .filter((e) => e >= design.effect[0] && e <= design.effect[1])
    .map((e) => e - firstEventTime);
  return placeboHill(
    found.overall!.effect.value,
    meansDrawn(drawn, columns).map((value) => unit * value)
  );
}
