import type {SmallestEffect} from "../measure.ts";

/** Of a standard deviation of single pupils: true effects in this field are mostly between none and a tenth. */
const share = 0.05;

/** A twentieth of the standard deviation of pupils, which `source` gives. */
export const ofPupilSpread = (pupil_sd: number, source: string): SmallestEffect => ({
  value: Number((share * pupil_sd).toPrecision(2)),
  why: `it is a twentieth of the standard deviation of pupils, ${pupil_sd} by ${source}`,
  pupil_sd
});

/** A margin in the measure’s own unit, where no publisher’s figures state how far pupils spread. */
export const margin = (value: number, why: string): SmallestEffect => ({value, why, pupil_sd: null});

/** A share of pupils, in percentage points. */
export const aPupilInAHundred: SmallestEffect = margin(1, "it is one pupil in a hundred");

/** A share of teachers, in percentage points. */
export const aTeacherInAHundred: SmallestEffect = margin(1, "it is one teacher in a hundred");
