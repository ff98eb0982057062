import {group, mean, median} from "d3";
import {design} from "../../src/design.ts";
import {measures} from "../../src/measures.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import {rounded, type Found} from "./truth-note.ts";
import type {OfEngland, Variant} from "./truth-england.ts";
import type {Joined} from "./truth-join.ts";

/** An estimate, and the England it is of. */
type Row = Joined & Pick<OfEngland, "variant" | "schools" | "seed"> & {joiners: number};

const rowsOf = (englands: readonly OfEngland[]): Row[] =>
  englands.flatMap(({variant, schools, seed, joined}) =>
    joined.map((one) => ({...one, joiners: one.schools, variant, schools, seed}))
  );

/** How large a comparison is: schools that joined. */
const sizes = [
  {name: "under 15", least: 0},
  {name: "15 to 29", least: 15},
  {name: "30 to 99", least: 30},
  {name: "100 and more", least: 100}
];
const sizeOf = ({joiners}: Row): string => sizes.findLast(({least}) => joiners >= least)!.name;

const hasInterval = ({effect}: Row): boolean => effect.low !== null && effect.high !== null;
const holds = ({effect}: Row, value: number): boolean => effect.low! <= value && value <= effect.high!;
const shareOf = (rows: readonly Row[], is: (row: Row) => boolean): number | null =>
  rows.length ? rounded((100 * rows.filter(is).length) / rows.length, 1) : null;
const englandsIn = (rows: readonly Row[]): number => new Set(rows.map(({seed}) => seed)).size;
const counted = (englands: readonly OfEngland[]): string =>
  `${englands.length} made-up ${englands.length === 1 ? "England" : "Englands"}`;
const sizesOf = (englands: readonly OfEngland[]): string =>
  [...new Set(englands.map(({schools}) => schools.toLocaleString("en-GB")))].join(" and ");
const command = (englands: readonly OfEngland[]): string =>
  `npm run bench -- truth --schools ${englands[0]?.schools ?? 600} --seeds ${new Set(englands.map(({seed}) => seed)).size}`;

/** Who says who was a member: of the register’s groups, results before joining tell most roles. */
const sourceOf = ({kind}: Row): string =>
  partnershipKinds[kind]!.group_type === undefined ? "lists and areas" : "the register";

const headline = new Set(Object.values(design.families.headline).flat());

/** Planted beside estimated: a row a kind, role, phase and measure of the headline families in which something was planted. */
export function plantedFound(englands: readonly OfEngland[]): Found {
  const planned = englands.filter(({variant}) => variant === "planned");
  const rows = rowsOf(planned).filter(
    (row) => row.over === "overall" && headline.has(row.measure) && hasInterval(row) && row.planted_beside !== 0
  );
  const all = rowsOf(planned).filter((row) => row.over === "overall" && hasInterval(row));
  const groups = [...group(rows, ({kind, role, phase, measure}) => [kind, role, phase, measure].join()).values()];
  return {
    id: "truth",
    title: "Planted effects beside what was estimated of them",
    summary: `In ${counted(planned)} of ${sizesOf(planned)} schools, with known effects, intervals held what was planted ${shareOf(all, (row) => holds(row, row.planted_beside)) ?? "no"}% of the time (${all.length.toLocaleString("en-GB")} intervals of all kinds, roles, phases and measures).`,
    command: command(planned),
    columns: [
      {name: "kind", numeric: false},
      {name: "role", numeric: false},
      {name: "phase of education", numeric: false},
      {name: "outcome", numeric: false},
      {name: "Englands", numeric: true},
      {name: "schools", numeric: true},
      {name: "planted", numeric: true},
      {name: "planted, less in comparators", numeric: true},
      {name: "estimated", numeric: true},
      {name: "intervals that hold it, %", numeric: true}
    ],
    rows: groups.map((some) => {
      const [{kind, role, phase, measure}] = some as [Row];
      return [
        partnershipKinds[kind]!.label,
        role,
        phase,
        measures[measure]!.label,
        englandsIn(some),
        Math.round(mean(some, ({joiners}) => joiners)!),
        rounded(
          mean(some, ({planted}) => planted),
          3
        ),
        rounded(
          mean(some, ({planted_beside}) => planted_beside),
          3
        ),
        rounded(
          mean(some, ({effect}) => effect.value),
          3
        ),
        shareOf(some, (row) => holds(row, row.planted_beside))
      ];
    }),
    notes: [
      "Effects are means over the years since joining, in the unit that the measure is told in; means over the Englands in which an interval is printed.",
      "Planted: by partnerships of that kind in the schools that joined. Less in comparators: by all partnerships of these schools, less by those of the schools they are compared with, since the base window. It is what a comparison without noise would find, and what intervals are held against; the two differ where schools are in several partnerships.",
      "Rows are of the headline outcomes; the summary counts all outcomes."
    ]
  };
}

const titles: Record<Variant, string> = {
  planned: "effects as planned",
  nothing: "nothing planted",
  "bad year": "nothing planted, all chosen after a bad year",
  "supporters lose": "a loss of supporters planted in attainment"
};

/** How often intervals hold the truth, and how often they claim something, by what was planted and size. */
export function coverageFound(englands: readonly OfEngland[]): Found {
  const rows = rowsOf(englands).filter(hasInterval);
  const overall = rows.filter(({over}) => over === "overall");
  const nothing = overall.filter(({variant}) => variant === "nothing");
  const named = {
    overall: "all years since joining",
    early: "early",
    development: "development",
    longer_term: "longer term"
  };
  const by = group(
    rows,
    ({variant}) => variant,
    ({base}) => base,
    ({over}) => over,
    sourceOf,
    sizeOf
  );
  const lines = [...by].flatMap(([variant, ofVariant]) =>
    [...ofVariant].flatMap(([base, ofBase]) =>
      [...ofBase].flatMap(([over, bySource]) =>
        [...bySource].flatMap(([source, bySize]) =>
          sizes.flatMap(({name}) => {
            const some = bySize.get(name);
            if (!some) return [];
            return [
              [
                titles[variant],
                source,
                base === "window" ? "the base window" : "the year before",
                named[over],
                name,
                englandsIn(some),
                some.length,
                shareOf(some, (row) => holds(row, row.planted_beside)),
                shareOf(some, (row) => holds(row, row.planted)),
                shareOf(some, (row) => !holds(row, 0)),
                rounded(
                  median(some, (row) => (row.sd ? (row.effect.value - row.planted_beside) / row.sd : NaN)),
                  3
                )
              ]
            ];
          })
        )
      )
    )
  );
  return {
    id: "truth-coverage",
    title: "How often intervals hold what was planted",
    summary: nothing.length
      ? `Where nothing was planted, ${shareOf(nothing, (row) => !holds(row, 0))}% of ${nothing.length.toLocaleString("en-GB")} intervals claimed something, in ${counted(englands.filter(({variant}) => variant === "nothing"))} of ${sizesOf(englands)} schools; 5% is right.`
      : `Intervals held what was planted ${shareOf(overall, (row) => holds(row, row.planted_beside))}% of the time (${overall.length.toLocaleString("en-GB")} intervals); no England without effects was made at this size.`,
    command: command(englands),
    columns: [
      {name: "planted", numeric: false},
      {name: "members from", numeric: false},
      {name: "change counted from", numeric: false},
      {name: "years", numeric: false},
      {name: "schools that joined", numeric: false},
      {name: "Englands", numeric: true},
      {name: "intervals", numeric: true},
      {name: "hold what was planted, less in comparators, %", numeric: true},
      {name: "hold what was planted, %", numeric: true},
      {name: "claim something, %", numeric: true},
      {name: "median error, standard deviations between schools", numeric: true}
    ],
    rows: lines,
    notes: [
      "Each England goes from its published files through the whole pipeline. Intervals of one England are not independent: measures and kinds share schools, so a share over few Englands is less sure than its number of intervals suggests.",
      "The register names no roles: results before joining tell most of them, and what they say of luck has to be estimated. Intervals allow for the error of that.",
      "Under five partnerships no interval is claimed, and none is counted."
    ]
  };
}

/** Whether supporters’ losses are found, and nothing is told as no harm, by size. */
export function harmFound(englands: readonly OfEngland[]): Found {
  const attainment = (measure: string) => measures[measure]!.line === "attainment";
  const rows = rowsOf(englands).filter(
    (row) =>
      row.role === "supporter" &&
      row.over === "overall" &&
      row.base === "window" &&
      attainment(row.measure) &&
      hasInterval(row)
  );
  const worse = ({better, effect}: Row) => (better === "lower" ? effect.low! > 0 : effect.high! < 0);
  const lines = [...group(rows, ({variant}) => variant, sizeOf)].flatMap(([variant, bySize]) =>
    sizes.flatMap(({name}) => {
      const some = bySize.get(name);
      if (!some) return [];
      const tested = some.filter(({no_harm}) => no_harm !== null);
      return [
        [
          titles[variant],
          name,
          englandsIn(some),
          some.length,
          rounded(
            mean(some, (row) => (row.sd ? row.planted_beside / row.sd : NaN)),
            3
          ),
          rounded(
            mean(some, (row) => (row.sd ? row.effect.value / row.sd : NaN)),
            3
          ),
          shareOf(some, worse),
          shareOf(tested, (row) => row.no_harm!),
          shareOf(tested, (row) => row.equivalent!)
        ]
      ];
    })
  );
  const lost = rows.filter(({variant}) => variant === "supporters lose");
  const none = rows.filter(({variant}) => variant === "nothing");
  return {
    id: "truth-no-harm",
    title: "Schools that gave help: a planted loss, and none",
    summary:
      [
        lost.length > 0
          ? `A planted loss in attainment is found in ${shareOf(lost, worse)}% of ${lost.length} comparisons and told as no harm in ${shareOf(lost, (row) => row.no_harm === true)}%.`
          : "",
        none.length > 0
          ? `Where nothing is planted a loss is found in ${shareOf(none, worse)}% of ${none.length} comparisons, and harm of the size that matters is ruled out in ${shareOf(none, (row) => row.no_harm === true)}%.`
          : ""
      ]
        .filter(Boolean)
        .join(" ") || "No comparison of supporters had an interval.",
    command: command(englands),
    columns: [
      {name: "planted", numeric: false},
      {name: "schools that joined", numeric: false},
      {name: "Englands", numeric: true},
      {name: "comparisons", numeric: true},
      {name: "planted, standard deviations between schools", numeric: true},
      {name: "estimated", numeric: true},
      {name: "a loss is found, %", numeric: true},
      {name: "told as no harm, %", numeric: true},
      {name: "told as the same, %", numeric: true}
    ],
    rows: lines,
    notes: [
      "No harm is told only where a loss as large as the smallest effect worth having is ruled out, by a test of its own: small comparisons often can say neither.",
      "Of all attainment measures and kinds of partnership that have supporters."
    ]
  };
}
