import type {MadeDataSet} from "./made-data-set.ts";

const phases = {P1: "State-funded primary", S1: "State-funded secondary", X1: "State-funded special school"};
const others = {I1: "Independent school"};
const breakdowns = {B0: "Total", B1: "FSM eligible", B2: "First language other than English", B3: "Ethnicity - Irish"};
const options = (labels: Record<string, string>) => Object.entries(labels).map(([id, label]) => ({id, label}));

const schools = [
  {id: "sc1", label: "Ash Grove School", urn: "900001", laEstab: "9014001", phase: "S1", pupils: 1200},
  {id: "sc2", label: "Mere, the Primary School", urn: "900002", laEstab: "9012002", phase: "P1", pupils: 200},
  {id: "sc3", label: "Weir College", urn: "900003", laEstab: "9016003", phase: "I1", pupils: 300}
];

/** The school census of one January as the service has it: every school by sex, attendance and group of pupils. */
export const censusSet: MadeDataSet = {
  meta: {
    filters: [
      {id: "f1", column: "phase_type_grouping", label: "Phase", options: options({...phases, ...others})},
      {id: "f2", column: "sex", label: "Sex", options: options({X0: "Total", X1: "Female"})},
      {id: "f3", column: "attendance_pattern", label: "Attendance", options: options({A0: "Total", A1: "Full-time"})},
      {id: "f4", column: "breakdown", label: "Breakdown", options: options(breakdowns)}
    ],
    indicators: [
      {id: "i1", column: "pupil_count", label: "Number of pupils", unit: "", decimalPlaces: 0},
      {id: "i2", column: "pupil_percent", label: "Percentage of pupils", unit: "%", decimalPlaces: 1}
    ],
    geographicLevels: [
      {code: "NAT", label: "National"},
      {code: "SCH", label: "School"}
    ],
    locations: [
      {level: {code: "NAT", label: "National"}, options: [{id: "n1", label: "England", code: "E92000001"}]},
      {
        level: {code: "SCH", label: "School"},
        options: schools.map(({id, label, urn, laEstab}) => ({id, label, urn, laEstab}))
      }
    ],
    timePeriods: [{code: "AY", period: "2025/2026", label: "2025/26"}]
  },
  rows: [
    {
      period: "2025/2026",
      code: "AY",
      level: "NAT",
      locations: {NAT: "n1"},
      filters: {f1: "S1", f2: "X0", f3: "A0", f4: "B0"},
      values: {i1: "3000000", i2: "100"}
    },
    ...schools.flatMap(({id, phase, pupils}) =>
      ["X0", "X1"].flatMap((sex) =>
        ["A0", "A1"].flatMap((attendance) =>
          Object.keys(breakdowns).map((breakdown, i) => ({
            period: "2025/2026",
            code: "AY",
            level: "SCH",
            locations: {NAT: "n1", SCH: id},
            filters: {f1: phase, f2: sex, f3: attendance, f4: breakdown},
            values: {i1: String(pupils / (i + 1)), i2: i === 3 ? "x" : String(100 / (i + 1))}
          }))
        )
      )
    )
  ]
};
