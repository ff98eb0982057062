import {describe, expect, it} from "vitest";
import {indexPeers} from "../../../src/library/estimators/peers.ts";
import {withRows} from "../../../src/library/panel/panel-rows.ts";
import {preTrend} from "../../../src/library/estimators/pre-trend.ts";
import {randomPanel} from "../../support/random-panel.ts";

const panel = randomPanel({units: 40});
const untreated = withRows(panel, (row) => panel.period[row] < panel.cohort[panel.unit[row]]);
const peers = indexPeers(untreated);

describe("preTrend(untreated, isLead, company)", () => {
  it("counts leads from the last where every event time is one", () => {
    expect(preTrend(untreated, () => true, peers).map(({term}) => term)).toEqual([-5, -4, -3, -2]);
  });

  it("counts them from all earlier years where some are", () => {
    expect(preTrend(untreated, (e) => e >= -2, peers).map(({term}) => term)).toEqual([-2, -1]);
  });

  it("is what was planted: a trend of treated units before treatment", () => {
    const outcome = Float64Array.from(untreated.unit, (u, row) => {
      const event = untreated.period[row] - untreated.cohort[u];
      return 7 * u + untreated.period[row] + (event >= -2 ? 0.5 * (event + 3) : 0);
    });
    const trend = preTrend({...untreated, outcome}, (e) => e >= -2, peers);
    expect(trend.map(({estimate}) => Number(estimate.toFixed(9)))).toEqual([0.5, 1]);
  });

  it("is nothing without an event time that is a lead", () => {
    expect(preTrend(untreated, () => false, peers)).toEqual([]);
  });
});
