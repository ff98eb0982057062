import {readdir, mkdir} from "node:fs/promises";
import {join} from "node:path";
import {OF_PART, type PartsFile} from "../../src/release/parts.ts";
import type {Across, Result, ResultFile, SubgroupFile} from "../../src/release/results.ts";
import type {PackedAcross, SpreadFile} from "../../src/release/spread.ts";
import type {ResultIndex} from "../../src/release/result-index.ts";
import {timedIndex} from "../../dashboards/data/light-index.ts";
import {readPart} from "../files/read-part.ts";
import {writeAll, type Part} from "../files/write-all.ts";

/**
 * Writes into the release of a site what pages need of the results of subgroups and of how far partnerships differ, a
 * third of the bytes: parts/TYPE-PHASE-MEASURE.json.gz; spread/TYPE-PHASE-MEASURE-ROLE.json.gz where there is a spread, and
 * in spread/there.json.gz where that is; and times/PHASE.json.gz, how all results of a phase go on with the years.
 */
export async function writeLightResults(release: string): Promise<void> {
  for (const name of ["parts", "spread", "times"]) await mkdir(join(release, name), {recursive: true});
  await writeAll(join(release, "parts"), await makeParts(join(release, "subgroups")));
  const spreads = await makeSpreads(join(release, "results"));
  const there: Part = ["there", JSON.stringify(spreads.map(([name]) => name))];
  await writeAll(join(release, "spread"), [...spreads, there]);
  const index = readPart<ResultIndex>(join(release, "results.json"));
  const phases = new Set(index.columns.phase);
  const times = Array.from(phases, (phase): Part => [phase, JSON.stringify(timedIndex(index, phase))]);
  await writeAll(join(release, "times"), times);
}

async function makeParts(folder: string): Promise<Part[]> {
  return (await listNames(folder)).map((name) => {
    const {planned, results} = readPart<SubgroupFile>(join(folder, `${name}.json.gz`));
    const light = results.map((result) => Object.fromEntries(OF_PART.map((field) => [field, result[field]])));
    return [name, JSON.stringify({planned, results: light as unknown as PartsFile["results"]} satisfies PartsFile)];
  });
}

async function makeSpreads(folder: string): Promise<Part[]> {
  return (await listNames(folder)).flatMap((name) => {
    const {results} = readPart<ResultFile>(join(folder, `${name}.json.gz`));
    return results.flatMap(({by, role, across, ...rest}): Part[] => {
      if (by !== null || across === null) return [];
      const {partnership_type, phase, measure, unit, digits, verdict, years, schools, strength} = rest;
      const head = {partnership_type, phase, measure, role, unit, digits, verdict, years, schools, strength};
      return [[`${name}-${role}`, JSON.stringify({...head, across: packBoth(across)} satisfies SpreadFile)]];
    });
  });
}

const packBoth = ({same_trend, same_past}: NonNullable<Result["across"]>): SpreadFile["across"] => ({
  same_trend: pack(same_trend),
  same_past: pack(same_past)
});

function pack({units, ...rest}: Across): PackedAcross {
  const column = (name: keyof Across["units"][number]) => units.map((unit) => unit[name]);
  const [schools, raw, se, shrunken, low, high] = (["schools", "raw", "se", "shrunken", "low", "high"] as const).map(
    column
  );
  return {...rest, units: {schools, raw, se, shrunken, low, high}};
}

const listNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith(".json.gz"))
    .map((name) => name.replace(/\.json\.gz$/, ""))
    .sort();
