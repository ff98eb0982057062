import {indexRegister, type Register, type RegisterSchool} from "../lists/register.ts";
import {once} from "../once.ts";

/**
 * A register of some of the schools there are, with the answers of `indexRegister`. Lists of URNs, which most are, ask
 * nothing that needs an index of a whole country: that is made when a name or another number is looked for.
 */
export function makeLightRegister(all: Iterable<RegisterSchool>): Register {
  const schools = new Map(Array.from(all, (school) => [school.urn, school]));
  const index = once(() => indexRegister(schools.values(), {whole: false}));
  return {
    schools,
    whole: false,
    named: (name, la_name) => index().named(name, la_name),
    near: (urn, la_name) => index().near(urn, la_name),
    numbered: (laestab) => index().numbered(laestab),
    provided: (ukprn) => index().provided(ukprn),
    called: (name) => index().called(name),
    latest: (urn) => indexRegister(listAfter(urn, schools)).latest(urn),
    predecessors: (urn) =>
      [...schools.values()].flatMap((school) => school.successors.filter((after) => after === urn).map(() => school))
  };
}

/** A school with all that followed it. */
function listAfter(urn: number, schools: Register["schools"]): Iterable<RegisterSchool> {
  const found = new Set<RegisterSchool>();
  const add = (one: number) => {
    const school = schools.get(one);
    if (!school || found.has(school)) return;
    found.add(school);
    school.successors.forEach(add);
  };
  add(urn);
  return found;
}
