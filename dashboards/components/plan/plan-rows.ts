import {
  chooseEffectDigits,
  computePower,
  costProgramme,
  countNeeded,
  describeBreakEven,
  describeCost,
  describeSight,
  describeUnmeasured,
  monthsOfProgress,
  seeHelpers,
  seeSupported,
  type CostEnds,
  type Sight
} from "school-partnerships/planner";
import type {MeasureRow, VarianceRow} from "../ui/release.js";
import type {Design, PlanChoice} from "./plan-choice.js";

/** A design with all that it would see and cost. */
export interface PlanRow extends Design {
  name: string;
  supported: Sight | null;
  helping: Sight | null;
  /** The smallest effect in standard deviations between schools, and of pupils where their spread is sourced. */
  school_sds: Ends;
  pupil_sds: Ends;
  months: Ends;
  /** The chance to see an effect of the size asked about, and the schools it would take. */
  power: number | null;
  needed: number | null;
  cost: CostEnds | null;
  digits: number;
  /** What it would see, what it would cost, and what it has to bring. */
  sentences: string[];
  /** Why what it would see is a range; null where it is one number. */
  caveat: string | null;
}

/** What follows from the largest that the smallest effect can be, and from its least; the two are equal where no lag is unmeasured. */
export interface Ends {
  most: number | null;
  least: number | null;
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
  const digits = effect === null ? measure.digits : chooseEffectDigits(supported?.least ?? effect, measure);
  const ends = (make: (effect: number) => number | null): Ends => ({
    most: supported && make(supported.effect),
    least: supported?.least ? make(supported.least) : null
  });
  const cost = supported && costEnds(supported, {choice, design, pupils: row.pupils});
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
    school_sds: ends((size) => (row.school_sd !== null && row.school_sd > 0 ? size / row.school_sd : null)),
    pupil_sds: ends((size) => (row.pupil_sd === null ? null : size / row.pupil_sd)),
    months: ends((size) => monthsOfProgress(size, row)),
    power: supported && computePower(supported, choice.size),
    needed: supported && countNeeded(design, row, choice.size),
    cost,
    digits,
    sentences: sentences.filter((sentence) => sentence !== null),
    caveat: supported && describeUnmeasured(supported)
  };
}

function costEnds(
  {effect, least}: Sight,
  {choice, design, pupils}: {choice: PlanChoice; design: Design; pupils: number | null}
): CostEnds | null {
  if (choice.cost === null) return null;
  const terms = {cost: choice.cost, value: choice.unit_value, persistence: choice.persistence / 100};
  const at = (size: number) => costProgramme({...design, effect: size, pupils}, terms);
  return {cost: at(effect), atLeast: least === null ? null : at(least)};
}
