import {build} from "esbuild";
import {describe, expect, it} from "vitest";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {panelEstimators} from "../../../src/library/estimators/panel-estimators.ts";
import {effectRows} from "../../../src/library/inference/effect-rows.ts";
import {hasBrowser, launch} from "../../support/browser.ts";
import {randomPanel} from "../../support/random-panel.ts";

const options = {comparators: "never_treated", base: "varying", method: "dr", anticipation: 0} as const;
const bootstrap = {draws: 199, seed: 1};

/** What is run in both places: every estimator on a plain panel, the first on one with everything. */
const runs = [
  ...panelEstimators.map(({id}) => ({id, panel: randomPanel({units: 80})})),
  {
    id: panelEstimators[0].id,
    panel: randomPanel({units: 80, missing: 0.1, covariates: 2, weighted: true, clusterSize: 2})
  }
];

const inBrowser = `
  import {panelEstimators} from "./src/library/estimators/panel-estimators.ts";
  import {effectRows} from "./src/library/inference/effect-rows.ts";
  globalThis.collectRows = (id, panel, options, bootstrap) => {
    const estimator = panelEstimators.find((one) => one.id === id);
    return effectRows(panel, estimator.estimate(panel, {...options, aggregate: estimator.aggregates[0]}), bootstrap);
  };
`;

function inNode({id, panel}: (typeof runs)[number]) {
  const estimator = panelEstimators.find((one) => one.id === id)!;
  return effectRows(panel, estimator.estimate(panel, {...options, aggregate: estimator.aggregates[0]}), bootstrap);
}

describe("the same source file in Chromium and in Node", () => {
  it.skipIf(!hasBrowser())(
    "gives the same estimates, errors and bands to 1e-12 (needs Chromium)",
    async () => {
      const bundled = {contents: inBrowser, resolveDir: process.cwd(), loader: "ts"} as const;
      const {outputFiles} = await build({
        stdin: bundled,
        bundle: true,
        write: false,
        format: "iife",
        platform: "browser"
      });
      const browser = await launch();
      try {
        const page = await browser.newPage();
        await page.addScriptTag({content: outputFiles[0].text});
        for (const run of runs) {
          const sent = [run.id, sendable(run.panel), options, bootstrap] as const;
          const theirs = findNumbers(await page.evaluate(rowsInPage, sent));
          const ours = findNumbers(JSON.stringify(inNode(run)));
          expect(theirs.length, run.id).toBe(ours.length);
          expect(ours.length, run.id).toBeGreaterThan(5);
          ours.forEach((value, i) => {
            expect(Math.abs(theirs[i] - value), run.id).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
          });
        }
      } finally {
        await browser.close();
      }
    },
    120_000
  );
});

const findNumbers = (json: string): number[] => (json.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number);

/** The panel as JSON can carry it: never is null. */
const sendable = (panel: LongPanel) => ({
  ...panel,
  unit: [...panel.unit],
  period: [...panel.period],
  outcome: [...panel.outcome],
  cohort: [...panel.cohort].map((g) => (g === Infinity ? null : g)),
  cluster: [...panel.cluster],
  weights: panel.weights && [...panel.weights],
  covariates: panel.covariates.map(({name, values}) => ({name, values: [...values]}))
});

/** Runs in the page. */
function rowsInPage([id, sent, given, draws]: readonly [
  string,
  ReturnType<typeof sendable>,
  typeof options,
  typeof bootstrap
]): string {
  const panel = {
    ...sent,
    unit: Int32Array.from(sent.unit),
    period: Int32Array.from(sent.period),
    outcome: Float64Array.from(sent.outcome),
    cohort: Float64Array.from(sent.cohort, (g) => g ?? Infinity),
    cluster: Int32Array.from(sent.cluster),
    weights: sent.weights && Float64Array.from(sent.weights),
    covariates: sent.covariates.map(({name, values}) => ({name, values: Float64Array.from(values)}))
  };
  const {collectRows} = globalThis as unknown as {collectRows: (...args: unknown[]) => unknown};
  return JSON.stringify(collectRows(id, panel, given, draws));
}
