import {join} from "node:path";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {manyEstimators, makePanels, whyNot} from "./many-estimators.ts";
import {readPanelRows} from "./panel-file.ts";
import type {ReferenceSet} from "./row.ts";

const names = {id: "sid", time: "year", cohort: "effyear", outcome: "l_homicide"};

const squaredWeights =
  "didimputation 0.5.0 multiplies the rows of Z by the weights on both sides of Z′Z, and so squares them " +
  "(its formula gives 0.02135195314 for the static effect, Borusyak, Jaravel & Spiess’s 0.0255003075)";

/** Castle-doctrine laws, without and with weights by population, through did, fixest, didimputation, did2s and staggered. */
export const castle: ReferenceSet = {
  id: "castle",
  ours: false,
  rows: async (folder) => {
    const file = join(folder, "castle.csv");
    const rows = (answers: string, panel: LongPanel, isWeighted: boolean) =>
      manyEstimators({
        set: "castle",
        prefix: isWeighted ? "popwt " : "",
        expected: join(folder, answers),
        panels: makePanels(panel),
        why: (estimator, term, figure) =>
          isWeighted && estimator.startsWith("didimputation") && figure === "se"
            ? squaredWeights
            : whyNot(estimator, term, figure)
      });
    return [
      ...(await rows("expected_castle_l_homicide.csv", await readPanelRows(file, names), false)),
      ...(await rows(
        "expected_castle_l_homicide_popwt.csv",
        await readPanelRows(file, {...names, weights: "popwt"}, {weightsBy: "period"}),
        true
      ))
    ];
  }
};
