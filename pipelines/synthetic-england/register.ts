import {date, plainColumns, publish, type Cells, type Published} from "./csv.ts";
import type {Consortium} from "./consortia.ts";
import type {England} from "./england.ts";
import type {GroupType, Registered} from "./partnership-shapes.ts";
import {registerHeader} from "./register-header.ts";
import {drawFreeMeals} from "./schools.ts";
import {listYears} from "./size.ts";
import {laestab, types, type Establishment, type School} from "./school.ts";

export const dashed = (iso: string | null): string => date(iso, "dd-mm-yyyy");

/** Strings in quotes and numbers bare, Windows-1252, as the register writes its extracts. */
export const registerStyle = {quotes: "text", encoding: "windows-1252"} as const;

/** Every establishment there ever was, as it stands on the day of the extract: trusts and federations are that day’s. */
export function establishmentsFile(england: England, day: string): Published {
  const current = membersOn([...england.groups, ...england.sponsors], day);
  const rows = england.establishments
    .filter(({opened}) => (opened ?? "") <= day)
    .map((establishment) => establishmentRow(establishment, current.get(establishment.school) ?? [], day));
  const centres = england.consortia.map(centreRow);
  return publish(
    `gias/edubasealldata${day.replaceAll("-", "")}.csv`,
    plainColumns(registerHeader),
    [...rows, ...centres],
    registerStyle
  );
}

/** The groups each school is in on a day. */
export function membersOn(groups: readonly Registered[], day: string): Map<School, Registered[]> {
  const of = new Map<School, Registered[]>();
  for (const group of groups) {
    for (const {school, joined, left} of group.members) {
      if (joined <= day && (left ?? "9999") > day) of.set(school, [...(of.get(school) ?? []), group]);
    }
  }
  return of;
}

/** How the register says whether a school selects its pupils. */
export const writeAdmissions = ({phase, selective}: School): string =>
  phase === "secondary" ? (selective ? "Selective" : "Non-selective") : "Not applicable";

const phaseCodes = {
  primary: ["2", "Primary"],
  secondary: ["4", "Secondary"],
  special: ["0", "Not applicable"]
} as const;
export const findPhase = ({phase}: School) => phaseCodes[phase];

/** A sixth form of several schools is in the register, and no school. */
const centreRow = ({urn, estab, name, authority, opened}: Consortium): Cells => ({
  URN: urn,
  "LA (code)": authority.code,
  "LA (name)": authority.name,
  EstablishmentNumber: estab,
  EstablishmentName: name,
  "TypeOfEstablishment (code)": "31",
  "TypeOfEstablishment (name)": "Sixth form centres",
  "EstablishmentTypeGroup (name)": "Colleges",
  "EstablishmentStatus (code)": "1",
  "EstablishmentStatus (name)": "Open",
  OpenDate: dashed(opened),
  "PhaseOfEducation (code)": "6",
  "PhaseOfEducation (name)": "16 plus",
  StatutoryLowAge: "16",
  StatutoryHighAge: "18",
  "OfficialSixthForm (name)": "Has a sixth form",
  "GOR (name)": authority.region.name
});

function establishmentRow(establishment: Establishment, groups: readonly Registered[], day: string): Cells {
  const {school, type, opened} = establishment;
  const closed = establishment.closed && establishment.closed <= day ? establishment.closed : null;
  const inGroup = (...of: GroupType[]) => (closed ? undefined : groups.find((group) => of.includes(group.type)));
  const trust = inGroup("Multi-academy trust", "Single-academy trust", "Trust");
  const sponsor = inGroup("School sponsor");
  const federation = inGroup("Federation");
  const [phaseCode, phase] = findPhase(school);
  const {authority} = school;
  const pupils = Math.round(school.intake * listYears(school));
  return {
    URN: establishment.urn,
    "LA (code)": authority.code,
    "LA (name)": authority.name,
    EstablishmentNumber: String(establishment.estab),
    EstablishmentName: establishment.name,
    "TypeOfEstablishment (code)": types[type].code,
    "TypeOfEstablishment (name)": types[type].name,
    "EstablishmentTypeGroup (name)": types[type].group,
    "EstablishmentStatus (code)": closed ? "2" : "1",
    "EstablishmentStatus (name)": closed ? "Closed" : "Open",
    "ReasonEstablishmentOpened (name)": establishment.reason_opened,
    OpenDate: dashed(opened),
    "ReasonEstablishmentClosed (name)": closed ? establishment.reason_closed : "Not applicable",
    CloseDate: dashed(closed),
    "PhaseOfEducation (code)": phaseCode,
    "PhaseOfEducation (name)": phase,
    StatutoryLowAge: String(school.ages[0]),
    StatutoryHighAge: String(school.ages[1]),
    "OfficialSixthForm (name)": school.ages[1] > 16 ? "Has a sixth form" : "Does not have a sixth form",
    "Gender (name)": "Mixed",
    "ReligiousCharacter (name)": school.religion,
    "Diocese (name)": "Not applicable",
    "AdmissionsPolicy (name)": writeAdmissions(school),
    SchoolCapacity: String(Math.round(pupils * 1.08)),
    CensusDate: closed ? "" : `19-01-${day.slice(0, 4)}`,
    NumberOfPupils: closed ? "" : String(pupils),
    PercentageFSM: closed || school.independent ? "" : (70 * drawFreeMeals(school)).toFixed(1),
    "TrustSchoolFlag (name)": trust ? `Supported by a ${trust.type.toLowerCase()}` : "Not applicable",
    "Trusts (code)": trust ? String(trust.uid) : "",
    "Trusts (name)": trust?.name ?? "",
    "SchoolSponsorFlag (name)": sponsor ? "Linked to a sponsor" : "Not applicable",
    "SchoolSponsors (name)": sponsor?.name ?? "",
    "FederationFlag (name)": federation ? "Supported by a federation" : "Not under a federation",
    "Federations (code)": federation ? String(federation.uid) : "",
    "Federations (name)": federation?.name ?? "",
    UKPRN: String(19_000_000 + establishment.urn - 900_000),
    LastChangedDate: dashed(day),
    Street: school.street,
    Town: school.town,
    Postcode: school.postcode,
    TelephoneNum: school.telephone,
    "GOR (name)": authority.region.name,
    "DistrictAdministrative (code)": authority.ons,
    "DistrictAdministrative (name)": authority.name,
    "UrbanRural (name)": school.intake < 25 ? "Rural village" : "Urban city and town",
    Easting: String(400_000 + school.id * 37),
    Northing: String(300_000 + school.id * 53),
    "PreviousLA (code)": "999",
    PreviousEstablishmentNumber: "",
    "LSOA (code)": `E01${laestab(establishment).slice(0, 6)}`
  };
}
