import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {jelMedicaid} from "../../pipelines/validation/reference/jel-medicaid.ts";
import {mpdta, oldOverall} from "../../pipelines/validation/reference/mpdta.ts";
import {schoolsRtm} from "../../pipelines/validation/reference/schools-rtm.ts";
import {schoolsSim} from "../../pipelines/validation/reference/schools-sim.ts";

const minutes = 60_000;

describe("answers of did that lie in the project", () => {
  it(
    "schools_sim: every cell and average of did 2.5.1",
    async () => {
      const rows = await schoolsSim.rows("test/reference/schools_sim");
      expect(rows).toHaveLength(16_384);
      expect(rows.filter(({pass}) => !pass)).toEqual([]);
    },
    10 * minutes
  );

  it(
    "schools_rtm: every base, the naive figure and two-way fixed effects",
    async () => {
      const rows = await schoolsRtm.rows("test/reference/schools_rtm");
      expect(rows).toHaveLength(62);
      expect(rows.filter(({pass}) => !pass)).toEqual([]);
    },
    minutes
  );
});

describe.skipIf(!existsSync("../shared/reference"))("answers of did elsewhere (needs ../shared/reference)", () => {
  it(
    "mpdta: all but the standard errors that did 2.1.2 gets wrong",
    async () => {
      const rows = await mpdta.rows("../shared/reference/mpdta");
      expect(rows).toHaveLength(2_664);
      const failed = rows.filter(({pass}) => !pass);
      expect(failed).toHaveLength(48);
      for (const {estimator, what, why} of failed) {
        expect([estimator.split(" ").at(-1), what.endsWith("overall se"), why]).toEqual(["group", true, oldOverall]);
      }
    },
    minutes
  );

  it(
    "jel_medicaid: two by two, two by many and staggered, weighted",
    async () => {
      const rows = await jelMedicaid.rows("../shared/reference/jel_medicaid");
      expect(rows).toHaveLength(200);
      expect(rows.filter(({pass}) => !pass)).toEqual([]);
    },
    minutes
  );
});
