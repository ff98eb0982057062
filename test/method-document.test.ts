import {readFileSync} from "node:fs";
import {range} from "d3";
import {expect, test} from "vitest";
import {design} from "../src/design.ts";
import {checkMethods} from "../src/words/method-notes/checks.ts";
import {isOfListedAlone, nameDonorPool} from "../src/vocabulary/partnership-types/donor-pool.ts";

const page = readFileSync("docs/method.md", "utf8").replace(/\s+/g, " ");

const minus = (n: number): string => String(n).replace("-", "−");
const span = ([from, to]: readonly [number, number]): string => `e = ${minus(from)} … ${minus(to)}`;
const each = ([from, to]: readonly [number, number]): string =>
  `e = ${range(from, to + 1)
    .map(minus)
    .join(", ")}`;
const thousands = (n: number): string => n.toLocaleString("en-GB");
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September"];
const monthNames = [...months, "October", "November", "December"];
const {covariates, draws, inference, strength, tolerances} = design;
const [early, development, longer] = design.periods;

/** What the page has to say of each constant that moves a figure, in its words. */
const stated: Record<string, string> = {
  lineage: `within ${design.lineage.days} days`,
  "hidden counts": `${design.hidden_count} where the totals imply none`,
  "smallest school": `at least ${design.standardised.smallest_school} pupils`,
  authorities: `at least ${100 * design.standardised.authorities} % of the local authorities`,
  "bulk load": `at least ${design.bulk_load.links} links`,
  "register lag": `within ${design.register_lag} days of its opening`,
  federation: `at least ${design.federation.shared_schools} schools`,
  cohort: `on or before ${design.cohort.day} ${monthNames[design.cohort.month - 1]}`,
  nested: `at least ${100 * design.overlap.nested} % of its schools`,
  "event times": `Event times are ${span(design.event_times)}`,
  base: each(design.base),
  effect: `those of ${span(design.effect)} that exist`,
  periods: `early ${each([early.from, early.to])}; development ${development.from}, ${development.to}; longer term from ${longer.from}`,
  balanced: span(design.balanced),
  "before and after": `${each(design.before_after.after)} less e = ${minus(design.before_after.before)}`,
  "same trend": covariates.same_trend.map((entry) => `\`${entry}\``).join(", "),
  "same past": covariates.same_past.map((entry) => `\`${entry}\``).join(", "),
  available: `if ${100 * covariates.available} % of the treated schools`,
  "donors a coefficient": `n ÷ ${covariates.donors_per_coefficient} coefficients`,
  copy: `no more than ${tolerances.copy.toExponential().replace("+", "")} of its sum of squares`,
  constant: `no more than ${tolerances.constant.toExponential()} of its mean`,
  unlike: `by more than ${tolerances.unlike.toExponential()} donor standard deviations`,
  randomisation: `Under ${inference.randomise_below.schools} schools or ${inference.randomise_below.partnerships} partnerships`,
  placebos: `${draws.placebo} placebo groups`,
  interval: `Under ${inference.fewest_partnerships} partnerships no interval`,
  band: `${thousands(draws.band)} of them`,
  family: `${draws.family} draws, under both`,
  "fewest schools": `at least ${design.fewest_schools} schools and ${design.fewest_pupils} pupils`,
  across: `Partnerships, at least ${design.across.partnerships},`,
  "leave one out": `at least ${design.leave_one_out.partnerships} partnerships each is left out`,
  earlier: span(design.earlier),
  "second base": `${span(design.second_base.window)}, covariates measured there, where at least ${design.second_base.schools} schools`,
  "placebo in time": `over ${each(design.placebo_in_time.effect)}`,
  breakdown: `${design.breakdown.grid.slice(0, 2).join(", ")}, …, ${design.breakdown.grid.at(-1)}`,
  references: design.breakdown.references.map((reference) => `r = ${minus(reference)}`).join(" and "),
  "target of HonestDiD": `θ(e) − θ(r) over ${span(design.effect)}`,
  "cross-checks": `From ${design.cross_checks.schools} schools on`,
  drawn: `at most ${thousands(design.cross_checks.treated)} of them and ${thousands(design.cross_checks.donors)} donors`,
  matched: `the ${design.cross_checks.matched} donors nearest`,
  "synthetic donors": `at most ${design.cross_checks.synthetic_donors} donors`,
  start: `starts at ${strength.start}`,
  size: `at least ${strength.schools} schools in at least ${strength.partnerships} partnerships`,
  years: `at least ${strength.cohorts} joining years, and an effect at ${strength.later_years} or more of ${span(design.effect)}`,
  "joint test": `p below ${strength.pre_trend}`,
  "least breakdown": `M̄ of at least ${strength.breakdown}`,
  compared: `at least ${100 * strength.compared} % of the schools in the role`,
  plausible: `over ${strength.plausible.toFixed(2)} standard deviations`,
  "between schools": `${100 * strength.between_schools} % of the pupils' variance`,
  power: `power is ${100 * design.power} %`
};

test.each(Object.entries(stated))("the method states %s as the plan has it", (_, words) => {
  expect(page).toContain(words);
});

test("the method names every donor pool whose rule is its own", () => {
  const pools = ["member", "supporter"].flatMap((role) =>
    ["multi_academy_trust", "single_academy_trust"].map((partnership_type) => nameDonorPool(partnership_type, role))
  );
  const own = pools.filter((pool) => pool !== "single_academy_trust_supporter");
  expect(own.filter((pool) => !page.includes(`\`${pool}\``))).toEqual([]);
  for (const pool of own.filter(isOfListedAlone)) expect(page).toMatch(new RegExp(`\`${pool}\`[^;]* alone`));
});

test("the method and the note on bands say the same of how they are drawn", () => {
  const drawn = "ultiplier bootstrap with normal multipliers";
  expect(page).toContain(drawn);
  expect(checkMethods.find(({id}) => id === "bands")!.how).toContain(drawn);
});
