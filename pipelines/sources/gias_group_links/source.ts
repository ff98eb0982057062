import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "gias_group_links",
  title: "Register: membership of trusts, federations and other groups",
  publisher: "Department for Education",
  page: "https://get-information-schools.service.gov.uk/Downloads",
  origin: [
    {service: "register", name: "academiesmatmembership", button: "SAT and MAT membership history CSV"},
    {service: "register", name: "alllinksdata", button: "All group links CSV"}
  ],
  licence: "OGL-UK-3.0",
  codes: "register",
  dated: "snapshot",
  staged: false,
  signature: [["EstablishmentName"], ["Group Status", "FederationType"], ["Joined date", "Date Joined Group"]],
  years: {first: 2015, newest_known: 2026},
  columns: {
    urn: {is: "key", names: {2015: "URN"}, about: "Unique reference number"},
    group_uid: {is: "text", names: {2015: ["Group UID", "Linked UID"]}, about: "The register’s number of the group"},
    group_id: {is: "text", names: {2015: "Group ID"}, about: "Trust reference, as TR02786"},
    group_name: {is: "key", names: {2015: "Group Name"}},
    group_type_code: {
      is: "text",
      names: {2015: "Group Type (code)"},
      about: "1 federation, 2 trust, 5 school sponsor, 6 multi-academy trust, 7 umbrella trust, 8 and 9 children’s centres, 10 single-academy trust"
    },
    group_type: {is: "key", names: {2015: "Group Type"}},
    group_status: {is: "text", names: {2015: "Group Status"}},
    group_open_date: {is: "date", names: {2015: ["Open date", "Group Open Date"]}, about: "Blank for trusts, which have a date of incorporation"},
    group_incorporated_date: {is: "date", names: {2015: "Incorporated on (open date)"}},
    group_closed_date: {is: "date", names: {2015: ["Closed Date", "Group Closed Date"]}, not_before: "joined_date"},
    joined_date: {is: "date", names: {2015: ["Joined date", "Date Joined Group"]}},
    left_date: {is: "date", names: {2015: "Date Left Group"}, not_before: "joined_date", about: "Only in the membership history of academies"},
    federation_type: {is: "text", names: {2015: "FederationType"}},
    companies_house_number: {is: "text", names: {2015: "Companies House Number"}},
    establishment_name: {is: "text", names: {2015: "EstablishmentName"}},
    establishment_type_code: {is: "text", names: {2015: "TypeOfEstablishment (code)"}},
    establishment_type: {is: "text", names: {2015: "TypeOfEstablishment (name)"}},
    establishment_phase: {is: "text", names: {2015: "PhaseOfEducation (name)"}},
    establishment_open_date: {is: "date", names: {2015: "Establishment OpenDate"}},
    establishment_close_date: {is: "date", names: {2015: "Establishment CloseDate"}},
    la_code: {is: "text", names: {2015: "LA (code)"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2015: "LA (name)"}}
  },
  notes:
    "Three files of one kind: all group links and the links of academies (members on that day, with the date they joined), and the membership history of academies (with the date they left). " +
    "Who left a federation is nowhere in the register. No totals."
});
