import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {castle} from "../../pipelines/validation/reference/castle.ts";
import {didimputation} from "../../pipelines/validation/reference/didimputation.ts";
import {mpdtaMany} from "../../pipelines/validation/reference/mpdta-many.ts";
import type {ReferenceRow, ReferenceSet} from "../../pipelines/validation/reference/row.ts";
import {schoolsSimMany} from "../../pipelines/validation/reference/schools-sim-many.ts";

const findFolder = ({id, ours}: ReferenceSet) => `${ours ? "test" : "../shared"}/reference/${id}`;

/** How many rows fail, by estimator and figure. */
function failures(rows: readonly ReferenceRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const {estimator, what, pass} of rows) {
    const key = `${estimator} ${what.split(" ").at(-1)}`;
    if (!pass) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The failures that come of solving by turns to 1e-6, where ours solves exactly. */
const byTurns = (rows: readonly ReferenceRow[]) =>
  rows.filter(({why}) => why?.startsWith("fixest takes effects out by turns"));

describe.each([
  {
    set: mpdtaMany,
    rows: 120,
    failed: {
      "did_dr_nevertreated_group se": 1,
      "did_dr_notyettreated_group se": 1,
      "didimputation_static estimate": 1,
      "didimputation_event estimate": 3,
      "did2s_static estimate": 1
    }
  },
  {
    set: castle,
    rows: 386,
    failed: {
      "did_dr_nevertreated_group se": 2,
      "did_dr_notyettreated_group se": 2,
      "didimputation_static estimate": 1,
      "didimputation_static se": 1,
      "didimputation_event estimate": 6,
      "didimputation_event se": 6,
      "did2s_static estimate": 1
    }
  },
  {
    set: didimputation,
    rows: 502,
    failed: {
      "didimputation README estimate": 1,
      "did_dr_nevertreated_group se": 1,
      "did_dr_notyettreated_group se": 1,
      "didimputation_static estimate": 1,
      "didimputation_event estimate": 41,
      "didimputation_event se": 20,
      "did2s_static estimate": 1
    }
  },
  {set: schoolsSimMany, rows: 592, failed: {}}
])("$set.id", ({set, rows: count, failed}) => {
  const folder = findFolder(set);

  it.skipIf(!existsSync(folder))(
    `gives the numbers of five packages but for those with a reason${set.ours ? "" : ` (needs ${folder})`}`,
    async () => {
      const rows = await set.rows(folder);
      expect(rows).toHaveLength(count);
      expect(failures(rows)).toEqual(failed);
      expect(rows.filter(({pass, why}) => !pass && !why)).toEqual([]);
      // What the reference leaves when it stops iterating; an estimate that differs by more has another reason.
      for (const {relative, what} of byTurns(rows)) expect(relative, what).toBeLessThan(2e-7);
    }
  );
});
