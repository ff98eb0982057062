import {addFederations, addFoundationTrusts, convertSpecialSchools, mergeSchools, openFreeSchools} from "./others.ts";
import {world, type Group, type Link, type PlantedRole} from "./partnerships.ts";
import {authorities, type Authority} from "./places.ts";
import {plan} from "./plan.ts";
import {foundSchools, numbering} from "./schools.ts";
import type {Establishment, School} from "./school.ts";
import {addSingleTrusts, addTrusts, moveMembers} from "./trusts.ts";

/** A made-up England: its schools through time, their partnerships, and what was planted. */
export interface England {
  seed: number;
  authorities: readonly Authority[];
  schools: readonly School[];
  /** Every URN there ever was, in order. */
  establishments: readonly Establishment[];
  groups: readonly Group[];
  links: readonly Link[];
  roles: readonly PlantedRole[];
}

/** Makes up an England of so many state schools; the same for the same seed. */
export function inventEngland(schools = plan.schools, seed = plan.seed): England {
  const share = schools / plan.schools;
  const places = authorities(seed);
  const number = numbering();
  const at = world(foundSchools(schools, seed, places, number), seed, number);
  const some = (count: number) => Math.max(1, Math.round(count * share));
  addTrusts(at, Math.max(2, some(plan.trusts)));
  addSingleTrusts(at, share);
  moveMembers(at, some(plan.movers));
  addFederations(at, some(plan.federations));
  addFoundationTrusts(at, some(plan.foundation_trusts));
  convertSpecialSchools(at, share);
  openFreeSchools(at, share);
  mergeSchools(at, some(plan.mergers), some(plan.amalgamations));
  const ordered = [...at.schools].sort((a, b) => compare(a.authority.code, b.authority.code) || a.id - b.id);
  const establishments = ordered.flatMap((school) => school.establishments).sort((a, b) => compare(birth(a), birth(b)));
  establishments.forEach((establishment, i) => (establishment.urn = 900_001 + i));
  return {
    seed,
    authorities: places,
    schools: ordered,
    establishments,
    groups: at.groups,
    links: at.links,
    roles: at.roles
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Old schools were numbered alike, whatever year they opened; later ones in the order of opening. */
const birth = ({opened}: Establishment): string => (opened && opened > "2005" ? opened : "");
