import {join} from "node:path";
import {manyEstimators, makePanels, whyNot} from "./many-estimators.ts";
import {readPanelRows} from "./panel-file.ts";
import type {ReferenceSet} from "./row.ts";

/** County teen employment through did, fixest, didimputation, did2s and staggered. */
export const mpdtaMany: ReferenceSet = {
  id: "mpdta",
  ours: false,
  rows: async (folder) =>
    manyEstimators({
      set: "mpdta",
      expected: join(folder, "expected_mpdta_multi.csv"),
      panels: makePanels(
        await readPanelRows(join(folder, "mpdta.csv"), {
          id: "countyreal",
          time: "year",
          cohort: "first.treat",
          outcome: "lemp"
        })
      ),
      why: whyNot
    })
};
