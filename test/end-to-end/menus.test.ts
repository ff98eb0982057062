import {existsSync} from "node:fs";
import {join} from "node:path";
import {group} from "d3";
import {beforeAll, describe, expect, test} from "vitest";
import {commonReason} from "../../dashboards/components/ui/grey-choices.ts";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";
import {
  answers,
  hasResult,
  listValues,
  nearbyResults,
  whyNothing,
  type Part,
  type ReleaseRows,
  type ResultChoice
} from "../../dashboards/components/ui/result-choice.ts";
import {choiceIndex} from "../../dashboards/data/light-index.ts";
import type {MeasureRow, PartnershipTypeRow} from "../../src/release/release.ts";
import type {ChoiceRow, ResultIndex} from "../../src/release/result-index.ts";
import type {ResultFile} from "../../src/release/results.ts";
import {PUBLISHED, realRelease, sampleRelease} from "../support/sample-release.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

const PARTS = ["measure", "partnership_type", "phase", "role"] as const satisfies readonly Part[];

describe.each([
  {name: "the synthetic England", find: sampleRelease, isThere: true},
  {
    name: "the real files (needs ../shared/data, and PAV_TEST_REAL=1: their estimates take minutes)",
    find: () => realRelease("estimated"),
    isThere: existsSync(PUBLISHED) && process.env.PAV_TEST_REAL === "1"
  }
])("every choice of the menus, on $name", ({find, isThere}) => {
  describe.skipIf(!isThere)("leads somewhere", () => {
    let release: string;
    let rows: ChoiceRow[];
    let notes: ReleaseRows;
    const read = <T>(name: string): T => readPart<T>(join(release, name));

    beforeAll(async () => {
      release = await find();
      rows = collectRows<ChoiceRow>(choiceIndex(read<ResultIndex>("results.json")));
      notes = {
        measures: Object.values(read<Record<string, MeasureRow>>("measures.json")),
        types: Object.values(read<Record<string, PartnershipTypeRow>>("types.json"))
      };
    });

    function* everyChoice(): Generator<ResultChoice> {
      const values = listValues(notes);
      for (const measure of values.measure)
        for (const partnership_type of values.partnership_type)
          for (const phase of values.phase)
            for (const role of values.role) yield {measure, partnership_type, phase, role} as ResultChoice;
    }

    test("to a result that is there, or to the reason why there is none and to something near", async () => {
      const byChoice = group(rows, (row) => PARTS.map((part) => row[part]).join());
      const [near] = nearbyResults(rows, rows[0]);
      expect(near).toBeDefined();
      let found = 0;
      for (const choice of everyChoice()) {
        const mine = byChoice.get(PARTS.map((part) => choice[part]).join()) ?? [];
        if (mine.some(hasResult)) {
          found++;
          const name = `results/${choice.partnership_type}-${choice.phase}-${choice.measure}.json.gz`;
          const {results, summary} = read<ResultFile>(name);
          const result = results.find(({role, by}) => role === choice.role && by === null);
          expect(result?.effect, `${name}, ${choice.role}`).toBeTruthy();
          expect(summary.length).toBeGreaterThan(40);
          continue;
        }
        for (const said of [...whyNothing(mine, choice, PARTS), commonReason(mine)])
          expect(said, JSON.stringify(choice)).toMatch(/^[A-Za-z].{15,}/);
      }
      expect(found).toBe(rows.filter(hasResult).length);
      expect(found).toBeGreaterThan(20);
    });

    test("and what each page offers is marked by the same rule as it answers by", () => {
      for (const choice of [...everyChoice()].filter((_, i) => i % 97 === 0)) {
        const parts = PARTS.slice(0, 3);
        const isThere = answers(rows, choice, parts).some(hasResult);
        if (!isThere) expect(whyNothing(rows, choice, parts).length).toBeGreaterThan(0);
      }
    });
  });
});
