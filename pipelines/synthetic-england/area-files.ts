import {levelOfArea, makePart, programmes, type AreaProgramme} from "./areas.ts";
import {plainColumns, publish, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {models} from "./lists.ts";
import {areaPartnershipTypes} from "./planted-types.ts";
import {on} from "./school.ts";

const episode = ["start", "start_precision", "end", "end_precision"];
const provenance = ["source", "source_date", "confidence", "note"];
const sourced: Cells = {source: "made up", source_date: "2024-06-30", confidence: "high", note: ""};
const url = "https://programmes.example.org";

const makeEpisode = (start: string, end: string | null): Cells => ({
  start,
  start_precision: "day",
  end,
  end_precision: end === null ? "open" : "day"
});

/** The synthetic England’s own tables of programmes, areas and area partnerships, in the form of data/partnerships. */
export function areaFiles(england: England): Published[] {
  return [
    file("programmes", programmeHeader, programmeRows()),
    file(
      "programme_areas",
      ["programme", "part", "area_level", "la_code", "ons_code", "area_name", "coverage", ...episode, ...provenance],
      england.areas.filter(({lead}) => lead === null).map(areaRow)
    ),
    file(
      "teaching_school_hubs",
      hubHeader,
      england.areas.flatMap((area) => (area.lead ? [hubRow(area)] : []))
    ),
    file("area_partnerships", partnershipHeader, partnershipRows(england))
  ];
}

const file = (name: string, header: readonly string[], rows: readonly Cells[]): Published =>
  publish(`partnerships/${name}.csv`, plainColumns(header), rows, {newline: "\n"});

const programmeHeader = [
  "programme",
  "name",
  "partnership_type",
  ...episode,
  "phases",
  "gives",
  "takes",
  "membership",
  "evidence",
  "source",
  "source_url",
  "source_date",
  "confidence",
  "note"
];

const programmeRows = (): Cells[] =>
  areaPartnershipTypes.map((partnership_type) => {
    const {id, name, start, end, phases, led} = programmes[partnership_type];
    return {
      ...sourced,
      programme: id,
      name,
      partnership_type,
      ...makeEpisode(start, end),
      phases: phases.join(" "),
      gives: led ? "a school that leads" : "central government",
      takes: "schools of the area",
      membership: "geography",
      evidence: "A",
      source_url: url
    };
  });

const areaRow = (area: AreaProgramme): Cells => {
  const {id, start, end} = programmes[area.partnership_type];
  return {
    ...sourced,
    programme: id,
    part: makePart(area),
    area_level: levelOfArea(area.partnership_type),
    la_code: area.authority.code,
    ons_code: area.authority.ons,
    area_name: area.authority.name,
    coverage: "whole",
    ...makeEpisode(start, end)
  };
};

const hubHeader = [
  "hub",
  "lead_urn",
  "lead_school",
  "trust",
  "la_code",
  "ons_code",
  "district",
  "ward",
  ...episode,
  ...provenance
];

const hubRow = (area: AreaProgramme): Cells => {
  const {start, end} = programmes[area.partnership_type];
  const lead = on(area.lead!, start)!;
  return {
    ...sourced,
    hub: makePart(area),
    lead_urn: lead.urn,
    lead_school: lead.name,
    trust: "",
    la_code: area.authority.code,
    ons_code: area.authority.ons,
    district: area.authority.name,
    ward: "",
    ...makeEpisode(start, end)
  };
};

const partnershipHeader = [
  "partnership_id",
  "name",
  "la_codes",
  ...episode,
  "legal_form",
  "statutory_school_improvement",
  "traded_school_improvement",
  "traded_business_support",
  "schools",
  "phases",
  "published_model",
  "list",
  "source",
  "source_url",
  "source_date",
  "confidence",
  "note"
];

/** Area partnerships are known from their lists too: the table says what they run. */
const partnershipRows = ({listed}: England): Cells[] =>
  listed
    .map((one, i) => ({one, run: models[i % models.length].split(" ")}))
    .filter(({one}) => one.partnership_type === "area_based_partnership")
    .map(({one, run: [statutory, traded, business]}) => ({
      ...sourced,
      partnership_id: one.id,
      name: one.name,
      la_codes: [...new Set(one.members.map(({school}) => school.authority.code))].join(" "),
      ...makeEpisode(one.opened, one.closed),
      legal_form: "company limited by guarantee",
      statutory_school_improvement: statutory,
      traded_school_improvement: traded,
      traded_business_support: business,
      schools: "list",
      phases: "primary secondary special",
      published_model: "",
      list: `https://${one.id.replaceAll("_", "-")}.example.org/members`,
      source_url: url
    }));
