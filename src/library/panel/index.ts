/** Panels: the shapes that estimators and inference share, and how columns of a file become one. */
export type {LongPanel, Effect} from "./long-panel.ts";
export {readPanel} from "./read-panel.ts";
export type {PanelColumns} from "./panel-columns.ts";
export type {PlacedInFile} from "./placed-in-file.ts";
export type {ReadPanel, ReadPanelOptions} from "./read-panel.ts";
export {studiedPanel} from "./studied-panel.ts";
export {withRows} from "./panel-rows.ts";
export type {NamedWindow} from "./named-window.ts";
export {aggregates} from "./panel-estimator.ts";
export type {
  Adjustment,
  Aggregate,
  Base,
  CohortYearEffect,
  Comparators,
  PanelEstimator,
  PanelOptions,
  PanelResult
} from "./panel-estimator.ts";
export {readBlock, takeUnits} from "./block-panel.ts";
export type {BlockColumns, BlockPanel} from "./block-panel.ts";
export type {SyntheticEffect} from "./synthetic-effect.ts";
