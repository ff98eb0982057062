import {plainColumns, publish, type Cells, type Published} from "./csv.ts";
import {draws} from "./draw.ts";
import type {England} from "./england.ts";
import type {Listed, ListedMember} from "./listed.ts";
import {listedTypes} from "./planted-types.ts";
import {on} from "./school.ts";

const memberHeader = [
  "partnership_id",
  "partnership_name",
  "partnership_kind",
  "urn",
  "role",
  "from_date",
  "to_date",
  "date_precision",
  "cost_per_year",
  "source_url",
  "source_date",
  "evidence",
  "note"
];

const features = [
  "protocol",
  "shared_budget",
  "shared_staff",
  "joint_activities",
  "joint_governing_body",
  "management_group",
  "executive_head",
  "other_supervision"
] as const;
const services = ["statutory_school_improvement", "traded_school_improvement", "traded_business_support"] as const;

const partnershipHeader = [
  "partnership_id",
  "partnership_name",
  "partnership_kind",
  ...features,
  ...services,
  "cost_per_year",
  "start_date",
  "end_date",
  "phase_of_development",
  "source_url",
  "source_date",
  "evidence",
  "note"
];

/** Which services the four models of area partnerships run: statutory, traded improvement, traded support. */
export const models = ["yes yes yes", "yes yes no", "no yes no", "no no no"];

/** The lists that partnerships keep themselves: members of each type, and the partnerships of all. */
export function listFiles(england: England): Published[] {
  const files = listedTypes.flatMap((partnership_type) => {
    const listed = england.listed.filter((one) => one.partnership_type === partnership_type);
    const rows = listed.flatMap((one) => one.members.map((member) => memberRow(england, one, member)));
    return rows.length
      ? [publish(`lists/${partnership_type}.csv`, plainColumns(memberHeader), rows, {newline: "\n"})]
      : [];
  });
  if (files.length === 0) return [];
  const rows = england.listed.map((one, i) => partnershipRow(england, one, i));
  return [...files, publish("lists/partnerships.csv", plainColumns(partnershipHeader), rows, {newline: "\n"})];
}

const listedOn = "2024-06-30";

function memberRow({plan, seed}: England, one: Listed, {school, role, joined}: ListedMember): Cells {
  const draw = draws(seed, "list", one.id, school.id);
  // Some lists were drawn up when a school had another number, and were never put right.
  const old = draw.uniform() < 0.3;
  const then = (old ? on(school, joined) : undefined) ?? school.establishments.at(-1)!;
  const precision = draw.pick(["day", "day", "month", "year"]);
  return {
    ...keys(one),
    urn: then.urn,
    role,
    from_date: precise(joined, precision),
    to_date: one.closed && precise(one.closed, precision),
    date_precision: precision,
    cost_per_year:
      role === "member" ? Math.round(plan.costs[one.partnership_type] / 4) : plan.costs[one.partnership_type],
    source_url: url(one),
    source_date: listedOn,
    evidence: "B",
    note: old ? "as the school was numbered then" : ""
  };
}

function partnershipRow({plan, seed}: England, one: Listed, i: number): Cells {
  const draw = draws(seed, "list", one.id);
  const area = one.partnership_type === "area_based_partnership";
  const run = area ? models[i % models.length].split(" ") : ["unknown", "unknown", "unknown"];
  const row: Cells = keys(one);
  for (const feature of features) row[feature] = draw.pick(["yes", "yes", "no", "unknown"]);
  // What makes it a partnership at all: something shared, and somebody who oversees it.
  row["joint_activities"] = "yes";
  row["management_group"] = "yes";
  for (const [n, service] of services.entries()) row[service] = run[n]!;
  const years = Number((one.closed ?? listedOn).slice(0, 4)) - Number(one.opened.slice(0, 4));
  return {
    ...row,
    cost_per_year:
      plan.costs[one.partnership_type] * Math.max(1, one.members.filter(({role}) => role === "supported").length),
    start_date: one.opened,
    end_date: one.closed,
    phase_of_development: years < 2 ? "early" : years < 4 ? "development" : "longer_term",
    source_url: url(one),
    source_date: listedOn,
    evidence: "B",
    note: ""
  };
}

const keys = ({id, name, partnership_type}: Listed): Cells => ({
  partnership_id: id,
  partnership_name: name,
  partnership_kind: partnership_type
});

const url = ({id}: Listed): string => `https://${id.replaceAll("_", "-")}.example.org/members`;

/** As much of a date as is known. */
const precise = (iso: string, precision: string): string =>
  precision === "year" ? iso.slice(0, 4) : precision === "month" ? iso.slice(0, 7) : iso;
