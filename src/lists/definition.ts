import type {Answer} from "../vocabulary/area-model.ts";
import {features, oversight, type Feature, type Oversight} from "../vocabulary/definition-check.ts";

/** Whether schools that work together are a partnership, and what that rests on. */
export interface Definition {
  met: Answer;
  /** Which conditions are not known to hold: two schools, a feature, oversight. */
  lacks: ("schools" | "features" | "oversight")[];
  features: Feature[];
  oversight: Oversight[];
}

/**
 * The definition of a partnership: two or more schools; at least one of a constitution or written protocol, a shared
 * budget, shared staff and joint activities; overseen by at least one of a joint governing body, a management group, an
 * executive head and other transparent supervision. Unknown as long as an unknown answer could still meet it.
 *
 * `schools` counts different schools; null if the members are not known.
 */
export function definition(
  answers: Readonly<Record<Feature | Oversight, Answer>>,
  {schools}: {schools: number | null}
): Definition {
  const featured = Object.keys(features) as Feature[];
  const overseen = Object.keys(oversight) as Oversight[];
  const conditions = {
    schools: schools === null ? "unknown" : schools >= 2 ? "yes" : "no",
    features: any(featured.map((id) => answers[id])),
    oversight: any(overseen.map((id) => answers[id]))
  } as const satisfies Record<string, Answer>;
  return {
    met: every(Object.values(conditions)),
    lacks: (Object.keys(conditions) as (keyof typeof conditions)[]).filter((id) => conditions[id] !== "yes"),
    features: featured.filter((id) => answers[id] === "yes"),
    oversight: overseen.filter((id) => answers[id] === "yes")
  };
}

const any = (answers: readonly Answer[]): Answer =>
  answers.includes("yes") ? "yes" : answers.includes("unknown") ? "unknown" : "no";

const every = (answers: readonly Answer[]): Answer =>
  answers.includes("no") ? "no" : answers.includes("unknown") ? "unknown" : "yes";
