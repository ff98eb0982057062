import {join} from "node:path";
import {beforeAfter} from "../../../src/library/estimators/before-after.ts";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import type {Base} from "../../../src/library/panel/panel-estimator.ts";
import {twoWayFixedEffects} from "../../../src/library/estimators/two-way-fixed-effects.ts";
import {clusteredError} from "../../../src/library/inference/cluster-influence.ts";
import {numbers, readTable, texts} from "../../read/table.ts";
import {figureRows, makeRun, type Figure} from "./callaway-santanna.ts";
import {readPanelRows} from "./panel-file.ts";
import type {ReferenceSet} from "./row.ts";

/** Synthetic schools chosen after a bad year, with no effect: what each base makes of it. */
export const schoolsRtm: ReferenceSet = {
  id: "schools_rtm",
  ours: true,
  rows: async (folder) => {
    const panel = await readPanelRows(join(folder, "schools_rtm.csv"), {
      id: "urn",
      time: "year",
      cohort: "g",
      outcome: "score"
    });
    const table = await readTable(join(folder, "expected_rtm.csv"));
    const [est, se] = ["est", "se"].map((column) => numbers(table, column));
    const [method, term] = ["method", "term"].map((column) => texts(table, column));
    const ours = new Map<string, ReadonlyMap<string, Figure>>();
    return method.flatMap((of, i) => {
      const found = ours.get(of) ?? listFigures(of, panel);
      ours.set(of, found);
      const named = {set: "schools_rtm", estimator: of, what: term[i]};
      return figureRows(named, {estimate: est[i], se: se[i]}, found.get(term[i]));
    });
  }
};

function listFigures(method: string, panel: LongPanel): ReadonlyMap<string, Figure> {
  const {cluster: of, clusters: count} = panel;
  const post = ({effects: [effect]}: ReturnType<typeof beforeAfter.estimate> | ReturnType<typeof twoWayFixedEffects>) =>
    new Map([["post", {estimate: effect.estimate, se: clusteredError(effect.influence!, {of, count})}]]);
  if (method.startsWith("naive")) return post(beforeAfter.estimate(panel));
  if (method.startsWith("twfe")) return post(twoWayFixedEffects(panel, {aggregate: "simple", anticipation: 0}));
  const anticipation = Number(/anticipation=(\d)/.exec(method)?.[1] ?? 0);
  const base: Base = method.includes("universal") ? "universal" : "varying";
  const run = makeRun(panel, {comparators: "never_treated", method: "dr", base, anticipation});
  return run.terms(method.endsWith("dynamic") ? "dynamic" : "simple");
}
