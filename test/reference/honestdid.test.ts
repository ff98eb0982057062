import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {honestdid} from "../../pipelines/validation/reference/honestdid.ts";

const folder = "../shared/reference/honestdid";

describe.skipIf(!existsSync(folder))(
  "Rambachan and Roth’s robust intervals (needs ../shared/reference/honestdid)",
  () => {
    it(
      "gives the intervals of HonestDiD, those of relative magnitudes to the very point of its grid",
      {timeout: 120_000},
      async () => {
        const rows = await honestdid.rows(folder);
        expect(rows.length).toBe(68);
        expect(rows.filter(({pass}) => !pass)).toEqual([]);
      }
    );
  }
);
