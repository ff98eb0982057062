import {DIRECTIONS, STRENGTHS} from "../ui/directions.js";
import {academicYears} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {ResultRow} from "../ui/release.js";
import type {ReleaseRows} from "../ui/result-choice.js";
import type {Column} from "../ui/table.js";

/** Rows of the index as a file: names as pages give them, numbers with all their decimals. */
export const indexColumns = ({measures, types}: ReleaseRows): Column<ResultRow>[] => [
  {name: "Outcome", show: (d) => measures.find(({id}) => id === d.measure)?.label ?? d.measure},
  {name: "Partnership type", show: (d) => types.find(({id}) => id === d.partnership_type)?.label ?? d.partnership_type},
  {name: "Phase of education", show: (d) => d.phase},
  {name: "Role", show: (d) => LOOKS[d.role].name},
  {name: "In words", show: (d) => (d.verdict === null ? "No result" : DIRECTIONS[d.verdict].words)},
  raw("Effect, smaller estimate", (d) => d.from),
  raw("Effect, larger estimate", (d) => d.to),
  raw("95% interval, from", (d) => d.low),
  raw("95% interval, to", (d) => d.high),
  {name: "Unit", show: (d) => d.unit ?? ""},
  {
    name: "Years",
    show: ({first_year: first, last_year: last}) => (first === null || last === null ? "" : academicYears(first, last))
  },
  raw("Standard deviation between schools", (d) => d.sd),
  {name: "Strength of evidence", show: (d) => (d.strength === null ? "" : STRENGTHS[d.strength])},
  raw("Schools", (d) => d.schools),
  raw("Partnerships", (d) => d.partnerships),
  {name: "Why there is no result", show: (d) => d.absent ?? ""}
];

const raw = (name: string, of: (row: ResultRow) => number | null): Column<ResultRow> => ({
  name,
  show: (row) => String(of(row) ?? ""),
  raw: of,
  numeric: true
});
