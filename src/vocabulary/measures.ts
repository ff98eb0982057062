import type {Measure} from "./measure.ts";
import type {Phase} from "./phase.ts";
import {measuresAt11} from "./measures/at-11.ts";
import {measuresAt16} from "./measures/at-16.ts";
import {measuresAt18} from "./measures/at-18.ts";
import {attendanceMeasures} from "./measures/attendance.ts";
import {behaviourMeasures} from "./measures/behaviour.ts";
import {intakeMeasures} from "./measures/intake.ts";
import {organisationMeasures} from "./measures/organisation.ts";
import {stayingOnMeasures} from "./measures/staying-on.ts";

/** Every measure, by id, in the order they are shown. To add one, add an entry to the file of its type. */
export const measures: Record<string, Measure> = {
  ...measuresAt16,
  ...measuresAt11,
  ...measuresAt18,
  ...behaviourMeasures,
  ...attendanceMeasures,
  ...stayingOnMeasures,
  ...intakeMeasures,
  ...organisationMeasures
};

/** The measures that are published of a phase, by id, in their order. */
export const listMeasures = (phase: Phase): string[] =>
  Object.keys(measures).filter((id) => measures[id].phases.includes(phase));
