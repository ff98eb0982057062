import type {LongPanel, PanelResult} from "../../src/library/panel/index.ts";
import {sumBy} from "../../src/library/statistics/index.ts";

/** Outcomes are held to some sixteen digits, and what is reckoned from them to four fewer. */
const digits = 1e-12;

/** A panel whose outcomes are counted from their mean: no estimate depends on where they are counted from, but its last digits do. */
export function withoutLevel(panel: LongPanel): LongPanel {
  const mean = panel.outcome.reduce((sum, value) => sum + value / panel.outcome.length, 0);
  return {...panel, outcome: panel.outcome.map((value) => value - mean)};
}

/**
 * A result in which a cluster that moves an effect by no more than rounding does not move it. Degrees of freedom count
 * the clusters that move an effect: what rounding leaves of nothing is there in one order of the rows and not in another.
 */
export function beyondRounding({effects, cells, ...rest}: PanelResult, panel: LongPanel): PanelResult {
  const largest = panel.outcome.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const least = (digits * largest) / panel.ids.length;
  const clear = <T extends {influence: Float64Array | null}>(effect: T): T => {
    if (!effect.influence) return effect;
    const sums = sumBy(effect.influence, panel.cluster, panel.clusters);
    const influence = effect.influence.map((move, u) =>
      Math.abs(move) > least && Math.abs(sums[panel.cluster[u]]) > least ? move : 0
    );
    return {...effect, influence};
  };
  return {...rest, effects: effects.map(clear), ...(cells ? {cells: cells.map(clear)} : {})};
}
