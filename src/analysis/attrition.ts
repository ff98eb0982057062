import type {Result} from "../results.ts";
import {attritionOf} from "../telling/attrition.ts";
import {design} from "../design.ts";
import type {BaseStudy} from "./base-study.ts";
import type {EventStudy} from "./event-study.ts";
import type {RoleStudy} from "./role-study.ts";
import type {Study} from "./study.ts";
import {windowMeans} from "./window-means.ts";

/** The steps from schools in the role to those behind the effect, and why the others were lost. */
export function attritionIn(
  {outcome}: Study,
  {joining, drawn}: RoleStudy,
  {differences}: BaseStudy,
  {joiners}: EventStudy
): Result["attrition"] {
  const compared = differences.rows.length;
  const based = differences.rows.filter((row, j) => {
    const means = windowMeans1(outcome, row, differences.cohorts[j]);
    return !Number.isNaN(means);
  }).length;
  const why = drawn.dropped.map(({why, schools}) => `${why} (${schools})`).join("; ");
  return attritionOf([
    {step: "in the role, in the data", schools: joining.joiners.length, why: null},
    {step: "with similar schools to compare with", schools: compared, why: why || null},
    {
      step: "with a result in the years before joining",
      schools: based,
      why: "no result of this measure in those years"
    },
    {
      step: `with a result in the first ${design.effect[1] + 1} years after joining`,
      schools: joiners.length,
      why: "no result since, or none of similar schools"
    }
  ]);
}

const windowMeans1 = ({years, values}: Study["outcome"], row: number, cohort: number): number =>
  windowMeans(
    {years, values: values.subarray(row * years.length, (row + 1) * years.length)},
    cohort + design.base[0],
    cohort + design.base[1]
  )[0];
