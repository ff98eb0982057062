import type {MembershipSource} from "./partnership-types/index.ts";

/** What each way of knowing members rests on, and what to say where the release has none of it. */
const rests: Record<MembershipSource, {on: readonly string[] | null; without: string}> = {
  register: {
    on: ["gias_group_links", "gias_establishments"],
    without: "The register’s files of groups are not in this release, so nobody is known to be in it."
  },
  rule: {
    on: ["ofsted_inspections", "ofsted_latest", "ofsted_judgements", "ofsted_year_to_date"],
    without: "No file of inspections is in this release, so the rule picks nobody."
  },
  list: {on: [], without: "No list of its members is in this release."},
  geography: {on: null, without: ""}
};

/**
 * Why a partnership type has no member in a release with files of these sources, where that follows from what is not
 * in it; null where it does not. `membership` are the ways in which its members are known.
 */
export function whyNobody(membership: readonly MembershipSource[], read: ReadonlySet<string>): string | null {
  const lacking = membership.filter((way) => rests[way].on !== null && !rests[way].on.some((id) => read.has(id)));
  return lacking.length === membership.length ? rests[lacking[0]].without : null;
}
