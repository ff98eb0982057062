import {decimals, percent, type Cell} from "./csv.ts";
import {
  parse,
  computeShare,
  takeGroup,
  type Grammar,
  type GroupColumn,
  type Reported as ColumnWriter
} from "./group-column.ts";
import type {Group, Sums} from "./groups.ts";
import type {Ks4Sum} from "./ks4-groups.ts";
import {findYear} from "./layout.ts";

type Reported = ColumnWriter<Ks4Sum>;

const count =
  (name: Ks4Sum, of = 1): Reported =>
  (c) =>
    decimals(c[name] * of, 0);
const mean =
  (name: Ks4Sum, digits: number, of = 1): Reported =>
  (c) =>
    decimals((of * c[name]) / c.pupils, digits);
const sum =
  (name: Ks4Sum, of = 1): Reported =>
  (c) =>
    decimals(of * c[name], 1);

/** A mean and its limits, over so many pupils’ worth of noise. */
const limited =
  (name: Ks4Sum, of: number, noise: number, shift: number, limit: -1 | 0 | 1, digits: number): Reported =>
  (c) =>
    decimals((of * c[name]) / c.progress8_pupils + shift + (limit * noise) / Math.sqrt(c.progress8_pupils), digits);

/** The slots of Attainment 8: their share of its points. */
const slots: Record<string, number> = {"": 1, ENG: 0.2, MAT: 0.19, EBAC: 0.28, OPEN: 0.33, OPENG: 0.23, OPENNG: 0.1};
/** Subject areas of the EBacc: entered, and passed, next to all of it. */
const areas: Record<string, number> = {ENG: 0.97, MAT: 0.98, "2SCI": 0.93, HUM: 0.8, LAN: 0.45};
const limits: Record<string, -1 | 0 | 1> = {MEA: 0, LOW: -1, UPP: 1, CILOW: -1, CIUPP: 1};

const ofAll = (rate: number, digits: 0 | 1, c: Sums<Ks4Sum>): Cell =>
  percent(digits)(Math.round(rate * c.pupils), c.pupils);
const area =
  (name: string, strength: number): Reported =>
  (c, digits) =>
    ofAll(areas[name] * strength, digits, c);

/** What a name says once its group, its year and the letters of its era are gone. Tried in turn. */
const grammar: Grammar<Ks4Sum> = [
  [/^T(?:PUP)?$/, () => ({reported: count("pupils"), count: true})],
  [/^PT(?:PUP)?$/, () => ({reported: (c, digits, all) => percent(digits)(c.pupils, all.pupils), count: true})],
  [/^TOTATT8(|ENG|MAT|EBAC|OPEN|OPENG|OPENNG)$/, (slot) => ({reported: sum("attainment8", slots[slot]), count: true})],
  [/^ATT8SCR(|ENG|MAT|EBAC|OPEN|OPENG|OPENNG)$/, (slot) => ({reported: mean("attainment8", 1, slots[slot])})],
  [/^AVGEBACFILL$/, () => ({reported: mean("entries", 1, 0.33)})],
  [/^AVGOPENFILL$/, () => ({reported: mean("entries", 1, 0.32)})],
  [/^P8PUP$/, () => ({reported: count("progress8_pupils"), count: true})],
  [/^TP8ADJ$/, () => ({reported: count("progress8_pupils", 0.005), count: true})],
  [/^P8(MEA|CILOW|CIUPP)$/, (limit) => ({reported: limited("progress8", 1, 2.5, 0, limits[limit], 2)})],
  [
    /^P8MEA(?:ENG|MAT|EBAC|OPEN)(?:_(CILOW|CIUPP))?$/,
    (limit = "MEA") => ({reported: limited("progress8", 1, 2.9, 0.01, limits[limit], 2)})
  ],
  [/^B8VA(MEA|LOW|UPP)$/, (limit) => ({reported: limited("value_added", 1, 50, 0, limits[limit], 1)})],
  [/^(?:ENG|MAT)VA(MEA|LOW|UPP)$/, (limit) => ({reported: limited("value_added", 1, 40, 0, limits[limit], 1)})],
  [/^(?:SCI|HUM|LAN)VA(MEA|LOW|UPP)$/, (limit) => ({reported: limited("progress8", 0.7, 3.5, 0, limits[limit], 2)})],
  [/^(?:SCI|HUM|LAN)VACOV$|^VACOV$/, () => ({reported: (c, digits) => percent(digits)(c.progress8_pupils, c.pupils)})],
  [/^(?:SCI|HUM|LAN)VAPUP$/, () => ({reported: count("progress8_pupils"), count: true})],
  [/^PTL2BASICS$|^PT(?:BASICS)?BASICS$|^PTBASICS$/, () => ({reported: computeShare("basics")})],
  [/^PTL2BASICS_94$|^PTBASICS_94$/, () => ({reported: computeShare("basics")})],
  [/^PTL2BASICS_95$|^PTBASICS_95$/, () => ({reported: computeShare("basics_95")})],
  [/^TBASICS(?:_94)?$/, () => ({reported: count("basics"), count: true})],
  [/^TBASICS_95$/, () => ({reported: count("basics_95"), count: true})],
  [/^(?:PT5EM_94|PTAC5EM|AC5EM|PTGAC5EM)$/, () => ({reported: computeShare("five")})],
  [/^T(?:G?)AC5EM$/, () => ({reported: count("five"), count: true})],
  [/^PTAC5$/, () => ({reported: computeShare("basics")})],
  [/^PT(?:AG5|ANYQ|FEML1)$/, () => ({reported: (c, digits) => ofAll(0.97, digits, c)})],
  [/^PTFEML2$/, () => ({reported: computeShare("basics")})],
  [/^P?T24(?:ENG|MATH)PRG$/, () => ({reported: computeShare("basics")})],
  [/^COV24(?:ENG|MATH)PRG$/, () => ({reported: (c, digits) => percent(digits)(c.progress8_pupils, c.pupils)})],
  [/^TEBACC_E$/, () => ({reported: count("ebacc_entry"), count: true})],
  [/^PTEBACC_E$/, () => ({reported: computeShare("ebacc_entry")})],
  [/^PTEBACC(?:_94|_|91|AG)?$/, () => ({reported: computeShare("ebacc")})],
  [/^PTEBACC_95$/, () => ({reported: computeShare("ebacc_95")})],
  [/^TEBACC(?:91|AG)$/, () => ({reported: count("ebacc"), count: true})],
  [/^PTEBAC(ENG|MAT|2SCI|HUM|LAN)_E$/, (name) => ({reported: area(name, 1)})],
  [/^PTEBAC(ENG|MAT|2SCI|HUM|LAN)(?:_94|91|AG)?$/, (name) => ({reported: area(name, 0.66)})],
  [/^PTEBAC(ENG|MAT|2SCI|HUM|LAN)_95$/, (name) => ({reported: area(name, 0.48)})],
  [/^TEBAC(ENG|MAT|2SCI|HUM|LAN)_E$/, (name) => ({reported: count("pupils", areas[name]), count: true})],
  [
    /^TEBAC(ENG|MAT|2SCI|HUM|LAN)(?:_94|_95|91|AG)?$/,
    (name) => ({reported: count("basics", areas[name]), count: true})
  ],
  [/^TOTEBACCAPS$/, () => ({reported: sum("ebacc_points"), count: true})],
  [/^EBACCAPS$/, () => ({reported: mean("ebacc_points", 2)})],
  [/^TAVENT_E(?:_3NG)?$/, () => ({reported: mean("entries", 1)})],
  [/^TAVENT_G$/, () => ({reported: mean("gcse_entries", 1)})],
  [/^TTAPS(?:G?CP)?$/, () => ({reported: mean("attainment8", 1, 6.7)})],
  [/^TTAPSG?PEPP$/, () => ({reported: mean("attainment8", 1, 0.82)})],
  [/^TTOTENT_E_TOTAL$/, () => ({reported: sum("entries"), count: true})],
  [/^[TP]TOTENT_E_COVID_IMPACTED$/, () => ({reported: () => 0, count: true})]
];

const groups: readonly (readonly [RegExp, Group])[] = [
  [/_?(?:NOT|N)FSM(?:6?CLA1A|CLA)?/, "other"],
  [/_?FSM(?:6?CLA1A|CLA)?/, "disadvantaged"],
  [/_?PRIORLO|_?LO(?=_|$)/, "low"],
  [/_?PRIORAV|_?(?:AV|MID)(?=_|$)/, "middle"],
  [/_?PRIORHI|_?HI(?=_|$)/, "high"],
  [/_?EALGRP2|_?EAL(?=_|$)/, "eal"],
  [/_?NMOB/, "non_mobile"],
  [/_GIRLS/, "girls"],
  [/_BOYS/, "boys"]
];

/** What a published name states, if it can be computed from pupils; null if not. */
export function ks4Column(name: string): GroupColumn<Ks4Sum> | null {
  const plain = name
    .toUpperCase()
    .replace(/_[012]\d(?=_|$)|(?<=AC5EM)[012]\d/, "")
    .replace(/_PTQ(_EE)?$|_3YR$/, "")
    .replace(/_ORIG$/, "");
  const year = findYear(name);
  const {group, stem} = takeGroup(plain, groups);
  if (group) return parse(grammar, stem, {group, year});
  const [, per, sex] = /^(P?)([BG])(?:PUP|L2BASICS|EBACC|AC5EM|24|TAPS)/.exec(stem) ?? [];
  if (!sex) return parse(grammar, stem, {group: "all", year});
  return parse(grammar, stem.replace(/^P?[BG]/, `${per}T`), {group: sex === "B" ? "boys" : "girls", year});
}
