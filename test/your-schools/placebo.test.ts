import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {donorsAt} from "../../src/analysis/comparison/donor-pool.ts";
import {valueAt} from "../../src/analysis/comparison/yearly.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";
import {isClaim} from "../../src/words/claims.ts";
import {openRelease, outcomesOfList} from "./as-released.ts";

const real = process.env.PAV_REAL_RELEASE ?? "";
const lists = Number(process.env.PAV_LISTS ?? 20);

describe.skipIf(!existsSync(join(real, "your-schools")))(
  "lists of schools that never joined, picked at random (skipped unless PAV_REAL_RELEASE names a release)",
  () => {
    test.each([3, 7, 20])(
      "of %i schools: at most one in twenty has any claim, of all outcomes looked at",
      {timeout: 7_200_000},
      async (size) => {
        const release = openRelease(real);
        // Of the years in ../shared, the joining year with most outcomes before and since.
        const cohort = 2016;
        const {ids} = await release.phase("secondary");
        const {pool} = await release.pool("multi_academy_trust", "member", "secondary");
        const {outcome} = await release.study("ks4_attainment", "secondary");
        const years = (row: number) =>
          outcome.years.filter((year) => !Number.isNaN(valueAt(outcome, row, year))).length;
        const never = donorsAt(pool, cohort, cohort + 5).filter((row) => years(row) >= outcome.years.length / 2);
        const source = mersenneTwister(size);
        let claimed = 0;
        let seen = 0;
        for (let i = 0; i < lists; i++) {
          const rows = new Set<number>();
          while (rows.size < size) rows.add(never[Math.floor(source() * never.length)]);
          const schools = [...rows].map((row) => ({id: ids[row], role: "member" as const, cohort}));
          const outcomes = await outcomesOfList(release, {partnership_type: "multi_academy_trust", schools});
          seen += outcomes.filter(({effect}) => effect !== null).length;
          if (outcomes.some(({verdict}) => verdict !== null && isClaim(verdict))) claimed += 1;
        }
        console.log(
          `${size} schools: ${claimed} of ${lists} lists with a claim; ${(seen / lists).toFixed(1)} outcomes a list`
        );
        expect(seen).toBeGreaterThan(lists);
        // Two standard errors of a share of one in twenty.
        expect(claimed / lists).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / lists));
      }
    );
  }
);
