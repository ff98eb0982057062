import {range} from "d3";
import type {Comparison} from "../comparison.ts";
import {design} from "../design.ts";
import {estimateOfFit} from "../inference/estimate-of-fit.ts";
import {figureOf, subtract} from "../inference/estimate.ts";
import type {Estimate} from "../inference/estimate.ts";
import {influence, influenceOfMix, meanScores} from "../inference/influence.ts";
import type {ComparisonNote, Group, Level} from "../release.ts";
import type {Fit} from "../statistics/fit.ts";
import type {Observations} from "../statistics/observations.ts";
import {weightedMean} from "../statistics/weighted-mean.ts";
import {withinSlope} from "../statistics/within-slope.ts";
import type {Estimator} from "./estimator.ts";
import {naiveChanges} from "./naive-change.ts";

/** Levels by event time, rates of change before and after joining, and how joined schools’ rates differ. */
export type DifferenceInRates = Pick<ComparisonNote, "levels" | "rates" | "difference">;

const groupNames = ["joined", "similar", "all"] as const satisfies readonly Group[];

/**
 * How fast joined schools changed before and after joining, beside similar
 * schools and all schools. Descriptive: it is not the effect of joining.
 *
 * A level is a weighted mean at one event time; where a group has no
 * observation there is none. A rate is the slope per year within schools
 * (`withinSlope`), before over event times −4 to −2 and after over 0 to +4, so
 * that schools coming and going do not pass for change. `naive` is the mean
 * over schools of `naiveChanges`, the misleading before–after figure.
 *
 * Intervals are clustered (`assignClusters`). Those of similar and all schools
 * take the joined schools’ mix of cells as given. Those of differences do not:
 * each joined school is measured against the similar schools of its own cell,
 * so a good or bad year for everyone does not widen them, and moves them only
 * as far as the two groups come and go differently. `schools` of a difference
 * counts joined schools; the change in rates rests on the window
 * with fewer clusters, and fewer schools.
 */
export const differenceInRates = {
  id: "difference_in_rates",
  label: "Difference in rates",
  reference: null,

  estimate(comparison): DifferenceInRates {
    const {groups, firstEventTime} = comparison;
    const naive = naiveChanges(comparison);
    const slope = (observations: Observations, [from, to]: readonly [number, number]) =>
      withinSlope(observations, from - firstEventTime, to - firstEventTime);
    const figure = (group: Group, observations: Observations, fit: Fit | null) =>
      fit && figureOf(estimateInGroup(comparison, group, observations, fit));
    const fits = groupNames.map((group) => ({
      group,
      before: slope(groups[group], design.before),
      after: slope(groups[group], design.after)
    }));
    const [joined, similar] = fits;
    const before = differenceOf(comparison, joined.before, similar.before);
    const after = differenceOf(comparison, joined.after, similar.after);

    return {
      levels: groupNames.flatMap((group) => levelsOf(comparison, group)),
      rates: fits.map(({group, before, after}) => ({
        group,
        before: figure(group, groups[group], before),
        after: figure(group, groups[group], after),
        naive: figure(group, naive[group], weightedMean(naive[group], 0))
      })),
      difference: {
        after: after && figureOf(after),
        change: before && after && figureOf(changeOf(before, after)),
        partnerships: joined.after ? estimateInGroup(comparison, "joined", groups.joined, joined.after).clusters : 0
      }
    };
  }
} satisfies Estimator<DifferenceInRates>;

function levelsOf(comparison: Comparison, group: Group): Level[] {
  const {groups, eventTimes, firstEventTime} = comparison;
  return range(eventTimes[0], eventTimes[1] + 1).flatMap((event_time) => {
    const fit = weightedMean(groups[group], event_time - firstEventTime);
    return fit ? {group, event_time, ...figureOf(estimateInGroup(comparison, group, groups[group], fit))} : [];
  });
}

/** The joined schools’ mix is their own; that of the others is given. */
function estimateInGroup({clusters}: Comparison, group: Group, observations: Observations, fit: Fit): Estimate {
  const centre = group === "joined" ? undefined : meanScores(observations, fit);
  return estimateOfFit(observations, fit, clusters, influence(observations, fit, clusters, centre));
}

/** Joined less similar, counting what joined schools do to the mix of similar ones. Null unless both have a rate. */
function differenceOf(comparison: Comparison, joined: Fit | null, similar: Fit | null): Estimate | null {
  if (!joined || !similar) return null;
  const {groups, clusters} = comparison;
  const ofMix = influenceOfMix(groups.joined, similar, clusters, meanScores(groups.similar, similar));
  const given = estimateInGroup(comparison, "similar", groups.similar, similar);
  return subtract(estimateInGroup(comparison, "joined", groups.joined, joined), {
    ...given,
    influence: given.influence.map((psi, cluster) => psi + ofMix[cluster])
  });
}

function changeOf(before: Estimate, after: Estimate): Estimate {
  return {...subtract(after, before), schools: Math.min(before.schools, after.schools)};
}
