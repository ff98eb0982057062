import {deviation, mean} from "d3";
import {defaultPlan, type Plan} from "../synthetic-england/plan.ts";
import type {Phase} from "../synthetic-england/school.ts";
import {describeSynthetic} from "./described-synthetic.ts";
import {describeReal} from "./described-real.ts";
import type {Figures} from "./described.ts";

/** A moment of the synthetic England next to that of the real one. */
export interface Resemblance {
  moment: string;
  phase: Phase;
  real: number;
  made_up: number;
  /** How far apart they may be: a share of the real one or, of shares and correlations, a difference. */
  within: number;
  as: "share" | "difference";
}

/** Moments of the distributions of 2018/19 (of suspensions, of 2016/17), next to those of a synthetic England of so many schools. */
export async function compareWithReal(
  folder = "../shared/data",
  plan: Partial<Plan> = {schools: 2400}
): Promise<Resemblance[]> {
  const real = await describeReal(folder);
  const synthetic = describeSynthetic({...defaultPlan, ...plan});
  return moments.flatMap(({name, phases, of, within, as}) =>
    phases.map((phase) => ({
      moment: name,
      phase,
      real: of(real[phase]),
      made_up: of(synthetic[phase]),
      within,
      as
    }))
  );
}

/** Whether a moment is as close as is said. */
export const isClose = ({real, made_up, within, as}: Resemblance): boolean =>
  Math.abs(made_up - real) <= within * (as === "share" ? Math.abs(real) : 1);

type Of = (all: readonly Figures[]) => number;

const numbers = (all: readonly Figures[], name: string): number[] =>
  all.map((school) => school[name]).filter((value) => typeof value === "number");

const computeMean =
  (name: string): Of =>
  (all) =>
    mean(numbers(all, name))!;
const computeSd =
  (name: string): Of =>
  (all) =>
    deviation(numbers(all, name))!;
const computeShare =
  (name: string, is: (value: number) => boolean): Of =>
  (all) =>
    numbers(all, name).filter(is).length / numbers(all, name).length;

const correlate =
  (one: string, other: string): Of =>
  (all) => {
    const both = all.filter((school) => typeof school[one] === "number" && typeof school[other] === "number");
    const [x, y] = [numbers(both, one), numbers(both, other)];
    const [mx, my] = [mean(x)!, mean(y)!];
    return mean(x, (_, i) => (x[i] - mx) * (y[i] - my))! / (deviation(x)! * deviation(y)!);
  };

const mainstream = ["primary", "secondary"] as const;

/** What is compared, and how close it must be. */
const moments: readonly {
  name: string;
  phases: readonly Phase[];
  of: Of;
  within: number;
  as: Resemblance["as"];
}[] = [
  {name: "pupils on roll: mean", phases: mainstream, of: computeMean("roll"), within: 0.1, as: "share"},
  {name: "pupils on roll: sd", phases: mainstream, of: computeSd("roll"), within: 0.2, as: "share"},
  {name: "pupils examined: mean", phases: ["secondary"], of: computeMean("pupils"), within: 0.1, as: "share"},
  {name: "pupils examined: sd", phases: ["secondary"], of: computeSd("pupils"), within: 0.15, as: "share"},
  {name: "FSM: mean", phases: ["primary", "secondary", "special"], of: computeMean("fsm"), within: 0.1, as: "share"},
  {name: "FSM: sd", phases: ["primary", "secondary", "special"], of: computeSd("fsm"), within: 0.15, as: "share"},
  {name: "EAL: mean", phases: mainstream, of: computeMean("eal"), within: 0.15, as: "share"},
  {name: "EAL: sd", phases: mainstream, of: computeSd("eal"), within: 0.2, as: "share"},
  {name: "Attainment 8: mean", phases: ["secondary"], of: computeMean("attainment"), within: 0.03, as: "share"},
  {name: "Attainment 8: sd", phases: ["secondary"], of: computeSd("attainment"), within: 0.15, as: "share"},
  {name: "Progress 8: sd", phases: ["secondary"], of: computeSd("progress"), within: 0.15, as: "share"},
  {name: "EBacc entry: sd", phases: ["secondary"], of: computeSd("ebacc"), within: 0.2, as: "share"},
  // Of two authorities, where fewer pupils are poor than in England and more reach the standard.
  {
    name: "reading, writing and maths: mean",
    phases: ["primary"],
    of: computeMean("attainment"),
    within: 0.1,
    as: "share"
  },
  {name: "reading, writing and maths: sd", phases: ["primary"], of: computeSd("attainment"), within: 0.15, as: "share"},
  {name: "reading progress: sd", phases: ["primary"], of: computeSd("progress"), within: 0.2, as: "share"},
  {
    name: "results with FSM: correlation",
    phases: mainstream,
    of: correlate("attainment", "disadvantaged"),
    within: 0.12,
    as: "difference"
  },
  {
    name: "results with those of the year before: correlation",
    phases: mainstream,
    of: correlate("attainment", "attainment_before"),
    within: 0.08,
    as: "difference"
  },
  {
    name: "absence: mean",
    phases: ["primary", "secondary", "special"],
    of: computeMean("absence"),
    within: 0.1,
    as: "share"
  },
  {name: "absence: sd", phases: mainstream, of: computeSd("absence"), within: 0.15, as: "share"},
  {name: "persistent absence: mean", phases: mainstream, of: computeMean("persistent"), within: 0.15, as: "share"},
  {name: "persistent absence: sd", phases: mainstream, of: computeSd("persistent"), within: 0.2, as: "share"},
  {
    name: "absence with FSM: correlation",
    phases: mainstream,
    of: correlate("absence", "fsm"),
    within: 0.17,
    as: "difference"
  },
  {name: "suspension rate: mean", phases: mainstream, of: computeMean("suspensions"), within: 0.25, as: "share"},
  {name: "suspension rate: sd", phases: mainstream, of: computeSd("suspensions"), within: 0.35, as: "share"},
  {
    name: "no suspension: share",
    phases: mainstream,
    of: computeShare("suspensions", (rate) => rate === 0),
    within: 0.1,
    as: "difference"
  },
  {
    name: "count of suspensions hidden: share",
    phases: mainstream,
    of: computeShare("suspensions_hidden", (hidden) => hidden === 1),
    within: 0.06,
    as: "difference"
  },
  {
    name: "suspension rate with that of the year before: correlation",
    phases: mainstream,
    of: correlate("suspensions", "suspensions_before"),
    within: 0.15,
    as: "difference"
  },
  {
    name: "results hidden, pupils too few: share",
    phases: ["primary"],
    of: computeShare("attainment_hidden", (hidden) => hidden === 1),
    within: 0.02,
    as: "difference"
  }
];
