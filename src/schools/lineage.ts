import {max, min} from "d3";

/** A link of the register between two URNs: `to` is what became of `from`. */
export interface RegisterLink {
  from: number;
  to: number;
  /** `plain`: predecessor and successor. `merger`: mergers, amalgamations and splits. `other`: sixth-form centres, expansions and the rest. */
  partnership_type: "plain" | "merger" | "other";
  date: Date | null;
}

/** What the files say about one URN. Empty sets and nulls where they say nothing. */
export interface UrnFacts {
  opened: Date | null;
  closed: Date | null;
  laestabs: ReadonlySet<number>;
  postcodes: ReadonlySet<string>;
  /** Where and when it had pupils or results, as “source year”. */
  active: ReadonlySet<string>;
}

export type MergeEvidence = "dates" | "laestab" | "postcode" | "link_only";
export type Refusal = "not_one_to_one" | "merger_or_split" | "both_had_pupils" | "dates_apart" | "nothing_agrees";

/** What speaks for a merge, in words. */
export const mergeEvidence: Record<MergeEvidence, string> = {
  dates: "One closed within three months of the other opening",
  laestab: "Both have the same LAESTAB",
  postcode: "Both have the same postcode",
  link_only: "The register links them, and nothing speaks against it"
};

/** Why two linked URNs stay two schools, in words. */
export const refusals: Record<Refusal | "not_a_plain_link" | "corrected", string> = {
  not_one_to_one: "One number has several predecessors or successors",
  merger_or_split: "The schools merged, were amalgamated or split",
  both_had_pupils: "Both had pupils or results in one year",
  dates_apart: "One closed more than three months from the other opening",
  nothing_agrees: "Neither LAESTAB nor postcode agrees, and the link’s date does not fit",
  not_a_plain_link: "Not a link of predecessor and successor",
  corrected: "A correction says that the link is wrong"
};

export interface Verdict {
  from: number;
  to: number;
  date: Date | null;
  evidence: MergeEvidence | null;
  refused: Refusal | null;
}

export interface LineageRule {
  /** Longest time between the closing of one and the opening of the other, in days. */
  days: number;
  /** How far the link’s date may lie from the change where neither LAESTAB nor postcode agrees, in academic years. */
  years: number;
}

/**
 * Decides which plain links join two URNs into one school (METHOD §3): one to
 * one both ways, in no merger or split, no year in which one source has pupils
 * or results on both sides of the chain, dates that fit, and something that
 * agrees. Returns each plain link’s verdict, and for each URN that was merged the
 * school it belongs to: the last URN of its chain. URNs not in the map stand alone.
 */
export function traceLineages(
  links: readonly RegisterLink[],
  facts: ReadonlyMap<number, UrnFacts>,
  rule: LineageRule
): {verdicts: Verdict[]; school: Map<number, number>} {
  const plain = uniqueLinks(links.filter(({partnership_type}) => partnership_type === "plain"));
  const successors = countBy(plain, ({from}) => from);
  const predecessors = countBy(plain, ({to}) => to);
  const mergerLinks = links.filter(({partnership_type}) => partnership_type === "merger");
  const splits = new Set(mergerLinks.map(({from}) => from));
  const mergers = new Set(mergerLinks.map(({to}) => to));

  const chains = new Map<number, Chain>();
  const followChain = (urn: number) =>
    chains.get(urn) ?? {last: urn, urns: [urn], active: facts.get(urn)?.active ?? new Set()};

  const verdicts = plain.map((link): Verdict => {
    const {from, to, date} = link;
    const refuse = (refused: Refusal): Verdict => ({from, to, date, evidence: null, refused});
    if (successors.get(from) !== 1 || predecessors.get(to) !== 1) return refuse("not_one_to_one");
    if (splits.has(from) || mergers.has(to)) return refuse("merger_or_split");
    const earlier = followChain(from);
    const later = followChain(to);
    if (earlier === later || overlap(earlier.active, later.active)) return refuse("both_had_pupils");
    const evidence = agreement(link, facts, rule);
    if (evidence === "dates_apart" || evidence === "nothing_agrees") return refuse(evidence);
    const joined = {
      last: later.last,
      urns: [...earlier.urns, ...later.urns],
      active: union(earlier.active, later.active)
    };
    for (const urn of joined.urns) chains.set(urn, joined);
    return {from, to, date, evidence, refused: null};
  });
  return {verdicts, school: new Map([...chains].map(([urn, {last}]) => [urn, last]))};
}

interface Chain {
  last: number;
  urns: readonly number[];
  active: ReadonlySet<string>;
}

/** What speaks for the link, strongest first, or why it cannot stand. */
function agreement(
  {from, to, date}: RegisterLink,
  facts: ReadonlyMap<number, UrnFacts>,
  {days, years}: LineageRule
): MergeEvidence | "dates_apart" | "nothing_agrees" {
  const a = facts.get(from);
  const b = facts.get(to);
  if (!a || !b) return "link_only";
  if (a.closed && b.opened) return apart(a.closed, b.opened) <= days ? "dates" : "dates_apart";
  if (overlap(a.laestabs, b.laestabs)) return "laestab";
  if (overlap(a.postcodes, b.postcodes)) return "postcode";
  const disagree = (a.laestabs.size > 0 && b.laestabs.size > 0) || (a.postcodes.size > 0 && b.postcodes.size > 0);
  if (!disagree) return "link_only";
  const change = changeYear(a, b);
  return date && change !== null && Math.abs(findAcademicYear(date) - change) <= years ? "link_only" : "nothing_agrees";
}

/** The academic year of the change: that of the later opening or earlier closing, else the first year of the successor. */
function changeYear(a: UrnFacts, b: UrnFacts): number | null {
  const known = b.opened ?? a.closed;
  if (known) return findAcademicYear(known);
  const first = min(listYears(b));
  const last = max(listYears(a));
  return first ?? (last === undefined ? null : last + 1);
}

const listYears = ({active}: UrnFacts): number[] => [...active].map((key) => Number(key.slice(-4)));

/** The academic year a date falls in, by the year it ends: September 2018 is in 2019. */
const findAcademicYear = (date: Date): number => date.getUTCFullYear() + (date.getUTCMonth() >= 8 ? 1 : 0);

const apart = (a: Date, b: Date): number => Math.abs(a.getTime() - b.getTime()) / 86_400_000;

const overlap = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const item of small) if (large.has(item)) return true;
  return false;
};

const union = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> => new Set([...a, ...b]);

function countBy<T>(items: readonly T[], key: (item: T) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** One link a pair, whichever side of the register it was read from, with the earlier date of the two; oldest first, undated before. */
function uniqueLinks(links: readonly RegisterLink[]): RegisterLink[] {
  const pairs = new Map<string, RegisterLink>();
  for (const link of links) {
    const pair = `${link.from} ${link.to}`;
    const known = pairs.get(pair);
    if (!known || (link.date && (!known.date || link.date < known.date))) pairs.set(pair, link);
  }
  const when = ({date}: RegisterLink) => date?.getTime() ?? -Infinity;
  return [...pairs.values()].sort((a, b) => compare(when(a), when(b)) || a.from - b.from || a.to - b.to);
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
