import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {group} from "d3";
import type {RoleJoined} from "../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {treatedByCohort} from "../../src/analysis/expected-change/trials.ts";
import {listedPartnershipTypes} from "../../src/lists/vocabulary.ts";
import {nameDonorPool, isGovernance} from "../../src/vocabulary/partnership-types/donor-pool.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import type {Role} from "../../src/vocabulary/role.ts";
import type {VarianceRow} from "../../src/release/variances.ts";
import type {PackedBase, PackedMeasure, PackedPhase, PackedPool} from "../../src/your-schools/files.ts";
import {packAscending, packSteps, packYears, placeAmongAll} from "../../src/your-schools/pack.ts";
import type {PhaseSchools} from "../estimates/read-phase.ts";
import {readHeldPhases, type HeldPhase} from "../estimates/held-phases.ts";
import {readRoles, collectRoleJoined, type Roles} from "../estimates/read-roles.ts";
import {readYearly} from "../estimates/yearly.ts";
import {describeBodies, readBodies, type Bodies} from "./describe-bodies.ts";
import type {DescribedOf} from "./partnerships.ts";
import {writeAll, type Part} from "../files/write-all.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";
import {makeVarianceEstimator} from "./variances.ts";

const roles: readonly Role[] = ["supported", "supporter", "member"];

/**
 * Writes your-schools/: by phase, outcome and donor pool all that is needed to estimate in a page for schools that the
 * page alone knows. Nothing of it is asked for by school, so that no request names one. Returns what is said of the
 * schools of each partnership, and how outcomes vary, from the same figures. Phases are read where none are given.
 */
export async function writeYourSchools(
  warehouse: Warehouse,
  release: string,
  held: Iterable<HeldPhase> | AsyncIterable<HeldPhase> = readHeldPhases(warehouse)
): Promise<{described: DescribedOf; variances: VarianceRow[]}> {
  const folder = join(release, "your-schools");
  await mkdir(folder, {recursive: true});
  const bodies = await readBodies(warehouse);
  const variances: VarianceRow[] = [];
  await writeAll(folder, listParts(warehouse, held, {bodies, variances}));
  return {described: bodies.described, variances};
}

const part = (name: string, content: PackedPhase | PackedBase | PackedMeasure | PackedPool | Phase[]): Part => [
  name,
  JSON.stringify(content)
];

/** Adds what it finds to `bodies` and `variances` as it goes: each outcome is read once. */
async function* listParts(
  warehouse: Warehouse,
  held: Iterable<HeldPhase> | AsyncIterable<HeldPhase>,
  {bodies, variances}: {bodies: Bodies; variances: VarianceRow[]}
): AsyncGenerator<Part> {
  const who = await readRoles(warehouse);
  const donors = await readDonors(warehouse);
  const there: Phase[] = [];
  for await (const {schools, studies, covariances} of held) {
    const {phase} = schools;
    const written: string[] = [];
    const describe = describeBodies(bodies, schools);
    const estimateVariance = await makeVarianceEstimator(warehouse, schools);
    for await (const study of studies) {
      variances.push(...(await estimateVariance(study, covariances?.[written.length])));
      const packed = await packMeasure(warehouse, study, schools);
      describe.add(packed);
      yield part(`${phase}-${study.measure}`, packed);
      written.push(study.measure);
    }
    describe.end();
    const past = schools.data.past.map(({measure}) => measure);
    there.push(phase);
    yield part(phase, {phase, idSteps: packAscending([...schools.ids]), past, measures: written});
    yield part(`base-${phase}`, packBase(schools));
    for (const pool of packPools(donors, who, schools)) yield part(`pool-${pool.id}-${phase}`, pool);
  }
  yield part("phases", there);
}

function packBase({rolls, data}: PhaseSchools): PackedBase {
  const flags = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value));
  return {
    free_meals: packYears(data.intake.free_meals),
    eal: packYears(data.intake.eal),
    rolls: packSteps(packYears(rolls)),
    governance: packYears(data.governance),
    selective: flags(data.selective),
    sixth_form: flags(data.sixth_form),
    region: [...data.region],
    regions: [...data.regions],
    authority: [...data.authority]
  };
}

async function packMeasure(
  warehouse: Warehouse,
  study: Study,
  {phase, makeRow, data}: PhaseSchools
): Promise<PackedMeasure> {
  const of = `measure = ${quote(study.measure)} and phase = ${quote(phase)} and value is not null`;
  const native = await readYearly(
    warehouse,
    makeRow,
    `select school_id as school, academic_year as year, value from outcome where ${of}`
  );
  const comparable_series = await rows<{year: number; series_id: number}>(
    warehouse,
    `select academic_year::integer as year, min(series_id)::integer as series_id from outcome where ${of} group by all order by year`
  );
  const past = data.past.find(({measure}) => measure === study.measure);
  const {outcome} = study;
  return {
    study: omitSeries(study),
    years: [outcome.years[0], outcome.years.at(-1)!],
    native: packYears(native),
    comparable_series: Object.fromEntries(comparable_series.map(({year, series_id}) => [year, series_id])),
    outcome: placeAmongAll(native, outcome),
    past: past ? placeAmongAll(native, past.by) : null
  };
}

function packPools(donors: Donors, who: Roles, schools: PhaseSchools): PackedPool[] {
  const joined = new Map<string, RoleJoined[]>();
  for (const partnership_type of listedPartnershipTypes) {
    for (const role of roles) {
      const own = collectRoleJoined(who, schools, {partnership_type, role, partsOfPartnership: () => []});
      const pool = nameDonorPool(partnership_type, role);
      joined.set(pool, [...(joined.get(pool) ?? []), ...(own ? [own] : [])]);
    }
  }
  return [...joined].map(([id, of]) => packPool(donors.get(id) ?? [], schools, id, of));
}

/** By donor pool, the schools that may serve in it not always or not at all, in the order of their numbers. */
type Donors = ReadonlyMap<string, {school_id: number; eligible_from: number | null; treated_from: number | null}[]>;

const readDonors = async (warehouse: Warehouse): Promise<Donors> =>
  group(
    await rows<{pool: string; school_id: number; eligible_from: number | null; treated_from: number | null}>(
      warehouse,
      `select pool, school_id, eligible_from::integer as eligible_from, treated_from::integer as treated_from
       from donor_pool order by school_id`
    ),
    ({pool}) => pool
  );

function packPool(
  donors: NonNullable<ReturnType<Donors["get"]>>,
  {makeRow}: PhaseSchools,
  id: string,
  joined: readonly RoleJoined[]
): PackedPool {
  const listed = donors.filter(({school_id}) => makeRow.has(school_id));
  return {
    id,
    isGovernance: isGovernance(id),
    listedAlone: id === "governance_supporter",
    rowSteps: packAscending(listed.map(({school_id}) => makeRow.get(school_id)!)),
    eligibleFrom: listed.map(({eligible_from}) => eligible_from),
    treatedFrom: listed.map(({treated_from}) => treated_from),
    treatedSteps: Object.fromEntries(
      [...treatedByCohort(joined)].map(([cohort, rows]) => [cohort, packAscending([...rows])])
    )
  };
}

/** A study without its series, which are packed. */
function omitSeries(study: Study): PackedMeasure["study"] {
  const {measure, phase, domain, better, scale, series_id, unit, printed, partly_collected, isHeadline} = study;
  return {measure, phase, domain, better, scale, series_id, unit, printed, partly_collected, isHeadline};
}
