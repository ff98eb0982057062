import {decimals, percent} from "./csv.ts";
import {
  parse,
  computeShare,
  takeGroup,
  type Grammar,
  type GroupColumn,
  type Reported as ColumnWriter
} from "./group-column.ts";
import type {Group} from "./groups.ts";
import type {Ks2Sum} from "./ks2-groups.ts";
import {findYear} from "./layout.ts";

type Reported = ColumnWriter<Ks2Sum>;

const whole = percent(0);
const subjects = {READ: "reading", WRIT: "writing", WRITTA: "writing", MAT: "maths", GPS: "reading"} as const;
const scores = {READ: "reading_score", MAT: "maths_score", GPS: "grammar_score"} as const;
type Subject = keyof typeof subjects;
type Tested = keyof typeof scores;

const progress =
  (subject: Subject, limit: -1 | 0 | 1): Reported =>
  (c) =>
    decimals(c[`${subjects[subject]}_progress`] / c.progress_pupils + (limit * 11) / Math.sqrt(c.progress_pupils), 1);
const limits: Record<string, -1 | 0 | 1> = {"": 0, _UNADJUSTED: 0, _LOWER: -1, _UPPER: 1};

/** What a name says once its group and its year are gone. Tried in turn. */
const grammar: Grammar<Ks2Sum> = [
  [/^T(?:ELIG|KS1GROUP|)$/, () => ({reported: (c) => c.pupils, count: true})],
  [/^PT?(?:ELIG|KS1GROUP|)$/, () => ({reported: (c, _, all) => whole(c.pupils, all.pupils), count: true})],
  [/^PTRWM_EXP$/, () => ({reported: computeShare("all_three")})],
  [/^PTRWM_HIGH$/, () => ({reported: computeShare("higher")})],
  [
    /^(READ|WRIT|MAT)PROG(|_LOWER|_UPPER|_UNADJUSTED)$/,
    (of, limit) => ({reported: progress(of as Subject, limits[limit])})
  ],
  [
    /^(READ|WRIT|MAT)PROG_DESCR$/,
    (of) => ({
      reported: (c) => {
        const name = subjects[of as Subject];
        const value =
          name === "reading" || name === "writing" || name === "maths" ? c[`${name}_progress`] / c.progress_pupils : 0;
        return value > 3 ? 1 : value > 1.2 ? 2 : value > -1.2 ? 3 : value > -3 ? 4 : 5;
      }
    })
  ],
  [/^(?:READ|WRIT|MAT)COV$/, () => ({reported: (c) => whole(c.progress_pupils, c.pupils)})],
  [/^PT(READ|GPS|MAT|WRITTA)_EXP$/, (of) => ({reported: computeShare(subjects[of as Subject])})],
  [/^PT(READ|MAT)TA_EXP$/, (of) => ({reported: computeShare(subjects[of as Subject])})],
  [/^PT(READ|GPS|MAT|WRITTA)_HIGH$/, () => ({reported: computeShare("higher")})],
  [/^PTWRITTA_WTS$/, () => ({reported: (c) => whole(Math.round(0.6 * (c.pupils - c.writing)), c.pupils)})],
  [/^PT(?:READ|GPS|MAT)_AT$|^PT(?:WRIT|SCI|READ|MAT)TA_AD$/, () => ({reported: (c) => whole(0, c.pupils)})],
  [/^PTSCITA_EXP$/, () => ({reported: computeShare("writing")})],
  [/^(READ|MAT|GPS)_AVERAGE$/, (of) => ({reported: (c) => decimals(c[scores[of as Tested]] / c.pupils, 0)})]
];

const groups: readonly (readonly [RegExp, Group])[] = [
  [/_?NOTFSM6?CLA1?A?/, "other"],
  [/_?FSM6?CLA1?A?/, "disadvantaged"],
  [/_EAL(?=_|$)|EALGRP2/, "eal"],
  [/_MOBN|MOBN?$/, "non_mobile"],
  [/_L(?=_|$)/, "low"],
  [/_M(?=_|$)/, "middle"],
  [/_H(?=_|$)/, "high"],
  [/_B(?=_|$)/, "boys"],
  [/_G(?=_|$)/, "girls"]
];

/** What a published name states, if it can be computed from pupils; null if not. */
export function ks2Column(name: string): GroupColumn<Ks2Sum> | null {
  const plain = name
    .toUpperCase()
    .replace(/_[012]\d(?=_|$)/, "")
    .replace(/_3YR$/, "");
  const year = findYear(name);
  const [, per, sex] = /^(P?)([BG])ELIG$/.exec(plain) ?? [];
  if (sex) return parse(grammar, `${per || "T"}ELIG`, {group: sex === "B" ? "boys" : "girls", year});
  const {group, stem} = takeGroup(plain, groups);
  return parse(grammar, stem, {group: group ?? "all", year});
}
