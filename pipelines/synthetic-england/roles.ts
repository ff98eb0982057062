import {group} from "d3";
import type {Belonging} from "./belonging.ts";
import type {Group, Membership, PlantedRole} from "./partnership-shapes.ts";
import type {PlantedRoleName, Selection} from "./plan.ts";
import {on, type School} from "./school.ts";

const trusts = new Set<string>(["multi_academy_trust", "single_academy_trust"]);
const isTrust = ({partnership_type}: Group): boolean => trusts.has(partnership_type);

const sponsorLed = ({school, joined}: Membership): boolean => on(school, joined)?.type === "sponsored";
const converter = ({school, joined}: Membership): boolean =>
  ["converter", "special_converter"].includes(on(school, joined)?.type ?? "");
const thereOn = ({joined, left}: Membership, day: string): boolean => joined < day && (left ?? "9999") > day;

/** Who is in the register’s groups, and in what role: sponsored academies are supported, converters there before the first of them supporters from that day. */
export function registeredBelongings(groups: readonly Group[]): Belonging[] {
  const ofSchool = group(
    groups.filter(isTrust).flatMap((of) => of.members.map((member) => ({of, member}))),
    ({member}) => member.school
  );
  return groups.flatMap((of) => {
    const first = isTrust(of)
      ? of.members
          .filter(sponsorLed)
          .map(({joined}) => joined)
          .sort()[0]
      : undefined;
    return of.members.map((member): Belonging => {
      const {school, joined, left} = member;
      const route = isTrust(of) && sponsorLed(member);
      const gives = !route && first !== undefined && converter(member) && thereOn(member, first);
      const before = isTrust(of)
        ? ofSchool.get(school)!.filter((one) => one.member !== member && one.member.joined < joined)
        : [];
      return {
        school,
        partnership: of,
        joined,
        left,
        moved_from: before.sort((a, b) => (a.member.joined < b.member.joined ? 1 : -1))[0]?.of ?? null,
        role: route ? "supported" : gives ? "supporter" : "member",
        source: route ? "route" : gives ? "first_sponsored" : "none",
        from: gives ? first : joined,
        reported: chooseRecorded(of, member)
      };
    });
  });
}

/** The first extract of the register that is there, and the last day of the history of who was in which trust. */
const FIRST_EXTRACT = "2018-05-01";

function chooseRecorded(of: Group, {left, printed, recorded}: Membership): Belonging["reported"] {
  const linked = left === null || left > FIRST_EXTRACT || of.still_linked;
  if (isTrust(of) && recorded) return "day";
  if (!linked) return "not_told";
  return printed === null ? "day" : printed === "1900-01-01" ? "placeholder" : "load";
}

const ranks: Record<PlantedRoleName, number> = {supported: 0, supporter: 1, member: 2};

/**
 * One role a school and type, with the clock of the type: the first day in any of its partnerships; of sponsored
 * academies their first sponsored opening; of supporters the day they begin to give.
 */
export function listRolesOfTypes(
  belongings: readonly Belonging[],
  chosen: ReadonlyMap<School, Selection>
): PlantedRole[] {
  const of = group(
    belongings,
    ({school}) => school,
    ({partnership}) => partnership.partnership_type
  );
  return [...of].flatMap(([school, byType]) => {
    let routes = 0;
    return [...byType.values()].map((all): PlantedRole => {
      const best = Math.min(...all.map(({role}) => ranks[role]));
      const some = all.filter(({role}) => ranks[role] === best).sort((a, b) => (a.from < b.from ? -1 : 1));
      const {partnership, role, source, from} = some[0];
      const route = source === "route";
      return {
        school,
        partnership,
        role,
        from: route ? school.establishments.find(({type}) => type === "sponsored")!.opened! : from,
        selected: source === "area" ? null : (chosen.get(school) ?? null),
        again: route && routes++ > 0
      };
    });
  });
}
