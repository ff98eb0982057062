import {group} from "d3";
import {areaModel, services, type AreaModelFound, type Service} from "../vocabulary/area-model.ts";
import type {CheckedLists} from "./check-lists.ts";
import {definition, type Definition} from "./definition.ts";
import type {Member} from "./member.ts";
import type {Partnership} from "./partnership-row.ts";
import type {Role} from "./vocabulary.ts";

/** What the usable rows of the lists say of a partnership. */
export interface PartnershipSummary {
  partnership_id: string;
  partnership_name: string;
  partnership_kind: string;
  /** Different schools; a school under an old URN and a new one counts once if the register says so. */
  schools: number;
  /** Different schools in each role. */
  roles: Record<Role, number>;
  /** The first and last day on which a school may have joined; null if no row is dated. */
  joined: {earliest: string; latest: string} | null;
  /** Rows without a date of joining. */
  undated: number;
  /** Null if the list of partnerships has no usable row for it. */
  definition: Definition | null;
  /** Null of partnerships that are not area-based, or not in the list of partnerships. */
  model: AreaModelFound | null;
}

const AREA_PARTNERSHIP = "area_based_partnership";

/** A summary of every partnership that has a usable row, in the order of the lists. `latest` is the URN a school goes on under. */
export function summarise(
  {members, partnerships}: Pick<CheckedLists, "members" | "partnerships">,
  latest: (urn: number) => number
): PartnershipSummary[] {
  const listed = new Map((partnerships ?? []).map((one) => [one.partnership_id, one]));
  const joined = group(members, ({partnership_id}) => partnership_id);
  return [...new Set([...joined.keys(), ...listed.keys()])].map((id) =>
    summariseOne(joined.get(id) ?? [], listed.get(id) ?? null, latest)
  );
}

function summariseOne(
  members: readonly Member[],
  partnership: Partnership | null,
  latest: (urn: number) => number
): PartnershipSummary {
  const {partnership_id, partnership_name, partnership_kind} = partnership ?? members[0];
  const count = (those: readonly Member[]) => new Set(those.map(({urn}) => latest(urn))).size;
  const inRole = (role: Role) => count(members.filter((member) => member.role === role));
  const spans = members.flatMap(({from_date}) => from_date ?? []);
  const schools = count(members);
  return {
    partnership_id,
    partnership_name,
    partnership_kind,
    schools,
    roles: {supported: inRole("supported"), supporter: inRole("supporter"), member: inRole("member")},
    joined: spans.length
      ? {
          earliest: spans.map(({earliest}) => earliest).sort()[0],
          latest: spans
            .map(({latest: day}) => day)
            .sort()
            .at(-1)!
        }
      : null,
    undated: members.length - spans.length,
    definition: partnership && definition(partnership.answers, {schools: members.length ? schools : null}),
    model: partnership?.partnership_kind === AREA_PARTNERSHIP ? areaModel(servicesRun(partnership)) : null
  };
}

const servicesRun = ({answers}: Partnership) =>
  Object.fromEntries(services.map((id) => [id, answers[id]])) as Record<Service, (typeof answers)[Service]>;
