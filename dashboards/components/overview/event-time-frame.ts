import type {EventTimeEffect, MeasureRow} from "../ui/release.js";
import type {Family} from "./interval-family.js";

/** What the panels of a figure share. */
export interface EventFrame {
  measure: MeasureRow;
  width: number;
  years: readonly number[];
  domain: readonly [number, number];
  family: Family;
  headingLines: number;
  axisLines: readonly string[];
}

/** Where the parts of a panel lie: years of the horizontal axis, and px. */
export interface EventPlace {
  first: number;
  last: number;
  /** Where the average stands on the axis of years, right of the last. */
  average: number;
  top: number;
  left: number;
  right: number;
  bottom: number;
  /** Between one year and the next. */
  step: number;
}

/** A year of the axis; `null` where there is no effect, so that no band is drawn across a gap. */
export interface EventYear {
  year: number;
  at: EventTimeEffect | null;
}
