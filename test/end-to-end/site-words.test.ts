import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {measures} from "../../src/vocabulary/measures.ts";
import type {PartnershipFile, PartnershipOutcome} from "../../src/release/partnership-files.ts";
import type {ResultFile, SubgroupFile} from "../../src/release/results.ts";
import {releaseShown} from "../support/built-site.ts";
import {measureTerms} from "../support/measure-terms.ts";
import {problemsOfFile, problemsOfOutcome, problemsOfResult, problemsOfText} from "../support/sentence-rules.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

/** An outcome without a result is held to the rules on plain words alone. */
function findProblems(outcome: PartnershipOutcome): string[] {
  const {measure, absent, title, sentence} = outcome;
  const terms = measureTerms(measure);
  return absent === null
    ? problemsOfOutcome(outcome, {...terms, smallest_effect: measures[measure].smallest_effect.value})
    : [title, sentence].flatMap((text) => problemsOfText(text, terms.names));
}

describe("every sentence that a release says", () => {
  let release: string;

  beforeAll(async () => {
    release = await releaseShown();
  });

  /** The content of every file in a folder of the release. */
  async function contents<T>(folder: string): Promise<T[]> {
    const names = await readdir(join(release, folder));
    return names.map((name) => readPart<T>(join(release, folder, name)));
  }

  test("of a type of partnership keeps the rules on words", async () => {
    const files = await contents<ResultFile>("results");
    const reported = files.filter(({results}) => results.length > 0);
    expect(reported.length).toBeGreaterThan(0);
    expect(reported.flatMap((file) => problemsOfFile(file, measureTerms(file.measure)))).toEqual([]);
  });

  test("of a part of a kind keeps the rules on words", async () => {
    const results = (await contents<SubgroupFile>("subgroups")).flatMap((file) => file.results);
    expect(results.length).toBeGreaterThan(0);
    expect(results.flatMap((result) => problemsOfResult(result, measureTerms(result.measure)))).toEqual([]);
  });

  test("of one partnership keeps the rules on words", async () => {
    const notes = (await contents<Record<string, PartnershipFile>>("partnership")).flatMap(
      Object.values<PartnershipFile>
    );
    const reported = notes.flatMap(({id, outcomes}) => outcomes.map((outcome) => ({id, outcome})));
    expect(reported.length).toBeGreaterThan(0);
    const problems = reported.flatMap(({id, outcome}) => findProblems(outcome).map((problem) => `${id}: ${problem}`));
    expect(problems).toEqual([]);
  });
});
