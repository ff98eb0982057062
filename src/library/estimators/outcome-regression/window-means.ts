import type {PanelGrid} from "../callaway-santanna/panel-grid.ts";

/** By unit: means over the periods of a base window of the values there are; NaN where there is none. */
export interface WindowMeans {
  outcome: Float64Array;
  covariates: readonly Float64Array[];
  /** 1 for every unit where the panel has no weights. */
  weight: Float64Array;
}

/** The means over the given places among the periods of a grid. */
export function windowMeans({panel, periods, rowAt}: PanelGrid, places: readonly number[]): WindowMeans {
  const units = panel.ids.length;
  const mean = (values: Float64Array): Float64Array => {
    const means = new Float64Array(units);
    for (let u = 0; u < units; u++) {
      let sum = 0;
      let count = 0;
      for (const place of places) {
        const row = rowAt[u * periods.length + place];
        if (row < 0 || Number.isNaN(values[row])) continue;
        sum += values[row];
        count++;
      }
      means[u] = sum / count;
    }
    return means;
  };
  return {
    outcome: mean(panel.outcome),
    covariates: panel.covariates.map(({values}) => mean(values)),
    weight: panel.weights ? mean(panel.weights) : new Float64Array(units).fill(1)
  };
}
