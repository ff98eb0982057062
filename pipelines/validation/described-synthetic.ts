import {makeSyntheticEngland} from "../synthetic-england/england.ts";
import {live, type Lives, type SchoolYear} from "../synthetic-england/life.ts";
import type {Plan} from "../synthetic-england/plan.ts";
import type {Phase} from "../synthetic-england/school.ts";
import {truths} from "../synthetic-england/truth-measures.ts";
import {report} from "../synthetic-england/truth.ts";
import type {Described, Figures} from "./described.ts";

/** A synthetic England in the same terms. */
export function describeSynthetic(plan: Plan): Described {
  const england = makeSyntheticEngland(plan);
  const lives = live(england);
  const of = (phase: Phase) => (life: SchoolYear) => !life.school.independent && life.school.phase === phase;
  const described: Record<Phase, Figures[]> = {primary: [], secondary: [], special: []};
  for (const phase of ["primary", "secondary", "special"] as const) {
    const then = lives.in(2018);
    const before = new Map(then.map((life) => [life.school.id, life]));
    for (const life of lives.in(2019).filter(of(phase)))
      described[phase].push(listFigures(life, before.get(life.school.id)));
    described[phase].push(...countSuspensions(lives, of(phase)));
  }
  return described;
}

/** What is printed of a school: undefined where it is hidden. */
function readShown(measure: string, life: SchoolYear | undefined): number | undefined {
  const reported = life && report(truths[measure], life);
  return typeof reported === "number" ? reported : undefined;
}

function listFigures(life: SchoolYear, before: SchoolYear | undefined): Figures {
  const {school, schoolState} = life;
  const results = school.phase === "secondary" ? "ks4_attainment" : "ks2_attainment";
  const reported = report(truths[results], life);
  return {
    id: String(school.id),
    roll: schoolState.roll,
    fsm: readShown("fsm6_pct", life),
    eal: readShown("eal_pct", life),
    absence: readShown("overall_absence_pct", life),
    persistent: readShown("persistent_absence_10_pct", life),
    pupils: schoolState.pupils,
    disadvantaged: (100 * schoolState.disadvantaged) / schoolState.pupils,
    attainment: readShown(results, life),
    attainment_hidden: reported === null ? undefined : reported === "suppressed" ? 1 : 0,
    attainment_before: readShown(results, before),
    progress: readShown(school.phase === "secondary" ? "progress8" : "ks2_reading_progress", life),
    ebacc: readShown("ebacc_entry_pct", life)
  };
}

function countSuspensions(lives: Lives, is: (life: SchoolYear) => boolean): Figures[] {
  // In 2015/16 and the year before, which the statistics state as whole years.
  return lives
    .in(2016)
    .filter(is)
    .map((life) => {
      const rate = readShown("suspension_rate", life);
      const count = ((rate ?? 0) * life.schoolState.roll) / 100;
      return {
        id: String(life.school.id),
        suspensions: rate,
        suspensions_hidden: Math.round(count) === 1 || Math.round(count) === 2 ? 1 : 0,
        suspensions_before: readShown("suspension_rate", lives.of(life.school, 2015))
      };
    });
}
