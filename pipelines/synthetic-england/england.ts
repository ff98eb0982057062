import {addAreas, type AreaProgramme} from "./areas.ts";
import {closeSchools, convertSpecialSchools, mergeSchools, openFreeSchools, splitSchools} from "./changes.ts";
import {addConsortia, type Consortium} from "./consortia.ts";
import {addFederations, addFoundationTrusts} from "./federations.ts";
import {addListed, type Listed} from "./listed.ts";
import {closeTrusts, misprintDates, moveMembers} from "./moves.ts";
import {world} from "./partnerships.ts";
import type {Group, Link, PlantedRole, Registered} from "./partnership-shapes.ts";
import {makeAuthorities, type Authority} from "./places.ts";
import {PER, type Plan} from "./plan.ts";
import {foundSchools, numbering} from "./schools.ts";
import {registeredBelongings, listRolesOfTypes} from "./roles.ts";
import type {Belonging} from "./belonging.ts";
import type {Establishment, School} from "./school.ts";
import {addSingleTrusts, addTrusts, addTrustsOfConverters, addUmbrellaTrusts} from "./trusts.ts";

/** A synthetic England: its schools through time, their partnerships, and what was planted. */
export interface England {
  plan: Plan;
  seed: number;
  authorities: readonly Authority[];
  schools: readonly School[];
  /** Every URN there ever was, in order. */
  establishments: readonly Establishment[];
  /** Of the register. */
  groups: readonly Group[];
  sponsors: readonly Registered[];
  /** Known from lists alone. */
  listed: readonly Listed[];
  /** Of areas that take in all their schools. */
  areas: readonly AreaProgramme[];
  /** Sixth forms that schools run together. */
  consortia: readonly Consortium[];
  links: readonly Link[];
  /** Who was in which partnership. */
  belongings: readonly Belonging[];
  /** One of each school in each type. */
  roles: readonly PlantedRole[];
}

/** Makes up the England of a plan; the same for the same plan. */
export function makeSyntheticEngland(plan: Plan): England {
  const share = plan.schools / PER;
  const authorities = makeAuthorities(plan);
  const number = numbering();
  const at = world(foundSchools(plan, authorities, number), plan, share, number);
  const some = (count: number) => (count > 0 ? Math.max(1, Math.round(count * share)) : 0);
  addTrusts(at, some(plan.trusts));
  addTrustsOfConverters(at, some(plan.trusts_of_converters));
  addSingleTrusts(at);
  addUmbrellaTrusts(at, some(plan.umbrella_trusts));
  addFederations(at, some(plan.federations));
  addFoundationTrusts(at, some(plan.foundation_trusts));
  convertSpecialSchools(at);
  openFreeSchools(at);
  mergeSchools(at, some(plan.mergers), some(plan.amalgamations));
  closeSchools(at, some(plan.closures));
  splitSchools(at, some(plan.splits));
  moveMembers(at, some(plan.movers));
  closeTrusts(at, some(plan.closing_trusts));
  misprintDates(at);
  const listed = addListed(at);
  const areas = addAreas(at, authorities);
  const consortia = addConsortia(at, some(plan.consortia));
  const schools = [...at.schools].sort((a, b) => compare(a.authority.code, b.authority.code) || a.id - b.id);
  const establishments = schools.flatMap((school) => school.establishments).sort((a, b) => compare(birth(a), birth(b)));
  for (const [i, establishment] of establishments.entries()) establishment.urn = 900_001 + i;
  const {groups, sponsors, links} = at;
  const belongings = [...registeredBelongings(groups), ...at.stated];
  const roles = listRolesOfTypes(belongings, at.chosen);
  return {
    plan,
    seed: plan.seed,
    authorities,
    schools,
    establishments,
    groups,
    sponsors,
    listed,
    areas,
    consortia,
    links,
    belongings,
    roles
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Old schools were numbered alike, whatever year they opened; later ones in the order of opening. */
const birth = ({opened}: Establishment): string => (opened && opened > "2005" ? opened : "");
