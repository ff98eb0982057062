import {donorsAt} from "../../../src/analysis/comparison/donor-pool.ts";
import {design} from "../../../src/design.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";
import type {PartnershipOutcome} from "../../../src/release/partnership-files.ts";
import {isClaim} from "../../../src/words/claims.ts";
import {outcomesOfList, type ListedRelease} from "./outcomes-of-list.ts";

/** What came of lists of schools in which nothing happened. */
export interface PlaceboLists {
  phase: "primary" | "secondary";
  /** Schools on each list. */
  size: number;
  /** The first treated year that they are given. */
  cohort: number;
  /** Schools that lists are drawn from. */
  untreated: number;
  lists: number;
  /** Lists of which any outcome is claimed better, worse, higher or lower. */
  claimed: number;
  /** Lists of which any outcome would be claimed if it were the only one looked at. */
  claimed_alone: number;
  /** Outcomes with an estimate, of a list on average. */
  outcomes: number;
}

const partnership_type = "multi_academy_trust";
const role = "member";

/**
 * Draws lists by lot from schools of a phase that joined nothing by the last event time, and has each estimated as the
 * page on your schools does, all outcomes. Null where the phase has too few such schools, or no year to join in.
 */
export async function drawPlaceboLists(
  release: ListedRelease,
  {phase, size, lists, seed}: {phase: "primary" | "secondary"; size: number; lists: number; seed: number}
): Promise<PlaceboLists | null> {
  const chosen = await chooseCohort(release, {phase, seed});
  if (chosen === null || chosen.never.length < 10 * size) return null;
  const {cohort, never} = chosen;
  const {ids} = await release.phase(phase);
  const source = mersenneTwister(seed);
  const found = {claimed: 0, claimed_alone: 0, outcomes: 0};
  for (let i = 0; i < lists; i++) {
    const schools = drawRows(never, size, source).map((row) => ({id: ids[row], role, cohort}) as const);
    const outcomes = await outcomesOfList(release, {partnership_type, schools});
    found.outcomes += outcomes.filter(({effect}) => effect !== null).length;
    if (outcomes.some(({verdict}) => verdict !== null && isClaim(verdict))) found.claimed += 1;
    if (outcomes.some(isClaimAlone)) found.claimed_alone += 1;
  }
  return {phase, size, cohort, untreated: never.length, lists, ...found, outcomes: found.outcomes / lists};
}

const isClaimAlone = ({verdict}: PartnershipOutcome): boolean =>
  verdict !== null && (isClaim(verdict) || verdict === "of_many");

interface Drawn {
  cohort: number;
  never: readonly number[];
}

/** Of the first treated years there may be, the one in which most outcomes of a list of twenty have an estimate. */
async function chooseCohort(
  release: ListedRelease,
  {phase, seed}: {phase: "primary" | "secondary"; seed: number}
): Promise<Drawn | null> {
  const {measures, ids} = await release.phase(phase);
  const {pool} = await release.pool(partnership_type, role, phase);
  const published = await hasPublished(release, phase);
  const years = (
    await Promise.all(measures.map(async (measure) => (await release.study(measure, phase)).outcome.years))
  )
    .flat()
    .sort((a, b) => a - b);
  let best: (Drawn & {reported: number}) | null = null;
  for (let cohort = years[0] - design.base[0]; cohort <= years.at(-1)!; cohort++) {
    const never = [...donorsAt(pool, cohort, cohort + design.event_times[1])].filter(published);
    const schools = drawRows(never, 20, mersenneTwister(seed)).map((row) => ({id: ids[row], role, cohort}) as const);
    const outcomes = await outcomesOfList(release, {partnership_type, schools});
    const reported = outcomes.filter(({effect}) => effect !== null).length;
    if (reported > (best?.reported ?? 0)) best = {cohort, never, reported};
  }
  return best;
}

/** Rows by lot, none twice; fewer where there are no more. */
function drawRows(from: readonly number[], size: number, source: () => number): number[] {
  const rows = new Set<number>();
  while (rows.size < Math.min(size, from.length)) rows.add(from[Math.floor(source() * from.length)]);
  return [...rows];
}

/** Whether a school has earlier results in half of their years: those that closed long ago are on nobody’s list. */
async function hasPublished(release: ListedRelease, phase: "primary" | "secondary"): Promise<(row: number) => boolean> {
  const {years, values} = (await release.study(design.headline[phase], phase)).outcome;
  return (row) => {
    const own = values.subarray(row * years.length, (row + 1) * years.length);
    return own.filter((value) => !Number.isNaN(value)).length >= years.length / 2;
  };
}
