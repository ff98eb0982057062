import {
  MEETS,
  type PackedPath,
  type PackedWhom,
  type RegionPaths,
  type SumOf,
  type WhomFile
} from "../release/whom-to-help.ts";
import {
  ableToHelp,
  chooseSchools,
  followEarlier,
  hasInspections,
  hasPlaces,
  newestYear,
  pathUntilNow,
  type HelpRule,
  type PathPoint
} from "./whom-to-help.ts";
import {packAscending} from "../your-schools/pack.ts";

const ANY: HelpRule = {lowest: false, below: false, absent: false, alone: false, region: null};

/** Rules there are without a region: a bit for each part of `MEETS` that a rule may ask for. */
const RULES = MEETS.able;

/**
 * What pages read of a phase, a third of the bytes: of the newest year alone, with all that is said of other years worked
 * out for every rule; and the same by region, for those who choose one.
 */
export function packWhom(file: WhomFile): {now: PackedWhom; regions: RegionPaths} {
  const year = newestYear(file);
  const newest = file.attainment.at(-1)!.values;
  const listed = file.listed.map(([row]) => row);
  const onList = new Set(listed);
  const rows = [...newest.keys()].filter((row) => newest[row] !== null || onList.has(row));
  const places = new Map(rows.map((row, place) => [row, place]));
  const meets = new Array<number>(newest.length).fill(0);
  for (const part of ["lowest", "below", "absent", "alone"] as const)
    for (const row of chooseSchools(file, {...ANY, [part]: true}, year)) meets[row] += MEETS[part];
  for (const row of ableToHelp(file, [])) meets[row] += MEETS.able;
  const of = <Value>(values: readonly Value[]): Value[] => rows.map((row) => values[row]);
  const makePaths = (region: number | null) =>
    Array.from({length: RULES}, (_, bits) => packPath(file, makeRule(bits, region)));
  const {phase, measures, authorities, regions, sight} = file;
  return {
    now: {
      ...{phase, measures, authorities, regions, sight, year},
      hasInspections: hasInspections(file),
      hasPlaces: hasPlaces(file),
      idSteps: packAscending(of(file.ids)),
      eastSteps: packPlaces(of(file.easting)),
      northSteps: packPlaces(of(file.northing)),
      names: of(file.names).join("\n"),
      authority: of(file.authority),
      region: of(file.region),
      pupils: of(file.pupils),
      attainment: of(newest),
      meets: of(meets),
      listed: listed.map((row) => places.get(row)!),
      listedNow: pathUntilNow(file, listed).map(sumUp),
      paths: makePaths(null)
    },
    regions: regions.map((_, region) => makePaths(region))
  };
}

const makeRule = (bits: number, region: number | null): HelpRule => ({
  lowest: (bits & MEETS.lowest) > 0,
  below: (bits & MEETS.below) > 0,
  absent: (bits & MEETS.absent) > 0,
  alone: (bits & MEETS.alone) > 0,
  region
});

function packPath(file: WhomFile, rule: HelpRule): PackedPath {
  const {path, recovery, schools, occasions, years} = followEarlier(file, rule);
  const now = pathUntilNow(file, chooseSchools(file, rule, newestYear(file)));
  return {
    ...{schools, years},
    earlier: path.map(sumUp),
    recovery: sumUp({mean: recovery, schools: occasions}),
    now: now.map(sumUp)
  };
}

/** A mean of whole hundredths is the sum of them, so that it travels in a few digits and is the same again. */
const sumUp = ({mean, schools}: Pick<PathPoint, "mean" | "schools">): SumOf => [
  mean === null ? 0 : Math.round(mean * schools * 100),
  schools
];

/** Each as its step from the last that is known. */
function packPlaces(values: readonly (number | null)[]): (number | null)[] {
  let last = 0;
  return values.map((value) => {
    if (value === null) return null;
    const step = value - last;
    last = value;
    return step;
  });
}
