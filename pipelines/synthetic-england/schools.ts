import {clamp, draws, logistic, type Draw} from "./draw.ts";
import {makeNames, nameWith, type Names} from "./names.ts";
import type {Authority} from "./places.ts";
import {drawPath} from "./path.ts";
import {PER, type Plan} from "./plan.ts";
import type {Phase, School, TypeId} from "./school.ts";

/** Gives establishment numbers, each once in an authority. */
export type Numbering = (authority: Authority, phase: Phase, independent?: boolean) => number;

export function numbering(): Numbering {
  const last = new Map<string, number>();
  const first = {primary: 2000, secondary: 4000, special: 7000};
  return ({code}, phase, independent = false) => {
    const key = `${code} ${phase} ${independent}`;
    const next = (last.get(key) ?? (independent ? 6000 : first[phase])) + 1;
    last.set(key, next);
    return next;
  };
}

/** Every school as it was before any of them joined or changed anything; independent ones last. */
export function foundSchools(plan: Plan, authorities: readonly Authority[], number: Numbering): School[] {
  const {seed, schools: count} = plan;
  const names = makeNames(seed, "schools");
  const secondary = Math.round(count * plan.shares.secondary);
  const special = Math.round(count * plan.shares.special);
  const independent = Math.round((plan.independent * count) / PER);
  const findPhase = (i: number): Phase =>
    i < secondary ? "secondary" : i < secondary + special ? "special" : i < count ? "primary" : "secondary";
  return Array.from({length: count + independent}, (_, i) => {
    const authority = authorities[i % authorities.length];
    return foundSchool(plan, i, findPhase(i), i >= count, authority, names, number, draws(seed, "school", i));
  });
}

/** How far schools that select their pupils lie from others, and those next to them, in standard deviations between schools. */
const SELECTS = {deprivation: -1.2, quality: 1.6};
const BESIDE = {deprivation: 0.3, quality: -0.4};
const NOBODY = {deprivation: 0, quality: 0};

function foundSchool(
  plan: Plan,
  id: number,
  phase: Phase,
  independent: boolean,
  authority: Authority,
  names: Names,
  number: Numbering,
  draw: Draw
): School {
  const saint = draw.uniform() < {primary: 0.25, secondary: 0.1, special: 0}[phase] && !independent;
  const stem = names.school(saint);
  const type = findType(phase, independent, saint, draw);
  const selective =
    phase === "secondary" &&
    !independent &&
    authority.selects &&
    100 * draws(plan.seed, "selective", id).uniform() < plan.selective;
  const apart = selective
    ? SELECTS
    : phase === "secondary" && authority.selects && plan.selective > 0
      ? BESIDE
      : NOBODY;
  const character = {
    id,
    authority,
    selective,
    deprivation: authority.deprivation + 0.9 * draw.normal() + apart.deprivation,
    quality: draw.normal() + apart.quality
  };
  const school: School = {
    ...character,
    path: drawPath(plan, character),
    traits: {curriculum: draw.normal(), attendance: draw.normal(), suspensions: draw.normal()},
    phase,
    independent,
    town: draw.pick(authority.towns),
    street: `${draw.integer(1, 99)} ${stem.replace(/^St .+, (.+),$/, "$1 Church Lane")}`,
    postcode: postcode(authority, id),
    telephone: `01632 960${String(id % 1000).padStart(3, "0")}`,
    stem,
    saint,
    religion: saint ? (type === "aided" ? "Roman Catholic" : "Church of England") : "Does not apply",
    ages: selective ? [11, 18] : pickAges(phase, draw),
    intake: drawIntake(phase, draw),
    eal: logistic(-2.5 + 1.7 * draw.normal()),
    enters_nobody: phase === "special" && draw.uniform() < 0.3,
    establishments: []
  };
  school.establishments.push({
    school,
    urn: 0,
    estab: number(authority, phase, independent),
    name: nameWith(stem, classify(phase, independent)),
    type,
    opened: draw.uniform() < 0.75 ? `${draw.integer(1952, 2004)}-09-01` : null,
    reason_opened: "Not applicable",
    closed: null,
    reason_closed: ""
  });
  return school;
}

function findType(phase: Phase, independent: boolean, saint: boolean, draw: Draw): TypeId {
  if (independent) return "independent";
  if (phase === "special") return "community_special";
  if (saint && phase === "secondary") return "aided";
  if (saint) return draw.uniform() < 0.5 ? "aided" : "controlled";
  return draw.uniform() < 0.06 ? "foundation" : "community";
}

const classify = (phase: Phase, independent: boolean): string =>
  independent ? "College" : {primary: "Primary School", secondary: "School", special: "Special School"}[phase];

function pickAges(phase: Phase, draw: Draw): [number, number] {
  if (phase === "primary") return [draw.pick([3, 4, 5]), 11];
  return phase === "special" ? [4, 19] : [11, draw.uniform() < 0.6 ? 16 : 18];
}

/** Small village schools and large town ones: the fewer pupils, the noisier the results. */
function drawIntake(phase: Phase, draw: Draw): number {
  if (phase === "special") return draw.integer(3, 16);
  if (phase === "secondary") return Math.round(clamp(165 + 60 * draw.normal(), 30, 360));
  return Math.round(clamp(34 * Math.exp(0.58 * draw.normal()), 3, 120));
}

/** No real postcode begins with Q, and no two schools have the same. */
function postcode({code}: Authority, id: number): string {
  const place = Number(code) - 500;
  const letter = (n: number) => String.fromCharCode(65 + (n % 26));
  const end = `${letter(id)}${letter(Math.floor(id / 26))}`;
  return `Q${letter(place)}${1 + Math.floor(place / 26)} ${Math.floor(id / 676) % 10}${end}`;
}

/** What the intake and what lasts make of a school at first, in standard deviations between schools. */
export const computeLevel = ({path}: School): number => path.lasting[0];

/** Log odds of having been eligible for free meals in six years where deprivation is average, and what a standard deviation of it adds. */
const meals = {primary: [-1.55, 0.95], secondary: [-1.05, 0.8], special: [0.05, 0.75]} as const;

/** Share of pupils eligible for free meals in six years. */
export function drawFreeMeals({deprivation, phase}: School): number {
  const [average, more] = meals[phase];
  return logistic(average + more * deprivation);
}
