import {
  chooseEffectDigits,
  computePower,
  costProgramme,
  countNeeded,
  describeBreakEven,
  describeCost,
  describeSight,
  monthsOfProgress,
  seeHelpers,
  seeSupported,
  type ProgrammeCost,
  type Sight
} from "school-partnerships/planner";
import type {MeasureRow, VarianceRow} from "../ui/release.js";
import type {Design, PlanChoice} from "./plan-choice.js";

/** A design with all that it would see and cost. */
export interface PlanRow extends Design {
  name: string;
  supported: Sight | null;
  helping: Sight | null;
  /** Standard deviations between schools, and of pupils where their spread is sourced; null where there is no effect. */
  school_sds: number | null;
  pupil_sds: number | null;
  months: number | null;
  /** The chance to see an effect of the size asked about, and the schools it would take. */
  power: number | null;
  needed: number | null;
  cost: ProgrammeCost | null;
  digits: number;
  /** What it would see, what it would cost, and what it has to bring. */
  sentences: string[];
}

/** Every design of a plan, by the variances of its outcome. */
export function planRows(choice: PlanChoice, row: VarianceRow, measure: MeasureRow): PlanRow[] {
  return choice.designs.map((design, i) => planRow(design, {choice, row, measure, name: NAMES[i]}));
}

const NAMES = ["Design 1", "Design 2", "Design 3"];

function planRow(
  design: Design,
  {choice, row, measure, name}: {choice: PlanChoice; row: VarianceRow; measure: MeasureRow; name: string}
): PlanRow {
  const supported = seeSupported(design, row);
  const effect = supported?.effect ?? null;
  const digits = effect === null ? measure.digits : chooseEffectDigits(effect, measure);
  const terms =
    choice.cost === null ? null : {cost: choice.cost, value: choice.unit_value, persistence: choice.persistence / 100};
  const cost = effect === null || terms === null ? null : costProgramme({...design, effect, pupils: row.pupils}, terms);
  const sentences = [
    describeSight(design, supported, {arrangement: design.arrangement, label: measure.label, row, digits}),
    cost && describeCost(cost, row),
    cost && describeBreakEven(cost, {unit: row.unit, digits}, choice.persistence / 100)
  ];
  return {
    ...design,
    name,
    supported,
    helping: seeHelpers(design, row),
    school_sds: effect !== null && row.school_sd !== null && row.school_sd > 0 ? effect / row.school_sd : null,
    pupil_sds: effect !== null && row.pupil_sd !== null ? effect / row.pupil_sd : null,
    months: effect === null ? null : monthsOfProgress(effect, row),
    power: supported && computePower(supported, choice.size),
    needed: supported && countNeeded(design, row, choice.size),
    cost,
    digits,
    sentences: sentences.filter((sentence) => sentence !== null)
  };
}
