import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "gias_groups",
  title: "Register: trusts, federations and other groups",
  publisher: "Department for Education",
  page: "https://get-information-schools.service.gov.uk/Downloads",
  origin: {service: "register", name: "allgroupsdata", button: "All group records CSV"},
  licence: "OGL-UK-3.0",
  codes: "register",
  dated: "snapshot",
  staged: false,
  signature: [["Group Status"], ["Group Street", "Group Locality", "Group Town", "Group County", "Group Postcode"]],
  years: {first: 2015, newest_known: 2026},
  columns: {
    group_uid: {is: "key", names: {2015: "Group UID"}, about: "The register’s number of the group"},
    group_id: {is: "text", names: {2015: "Group ID"}, about: "Trust reference, as TR02786"},
    group_name: {is: "text", names: {2015: "Group Name"}},
    group_type_code: {
      is: "text",
      names: {2015: "Group Type (code)"},
      about: "1 federation, 2 trust, 5 school sponsor, 6 multi-academy trust, 7 umbrella trust, 8 and 9 children’s centres, 10 single-academy trust"
    },
    group_type: {is: "key", names: {2015: "Group Type"}},
    group_status: {is: "text", names: {2015: "Group Status"}},
    group_open_date: {is: "date", names: {2015: "Open date"}, about: "Blank for trusts, which have a date of incorporation"},
    group_incorporated_date: {is: "date", names: {2015: "Incorporated on (open date)"}},
    group_closed_date: {is: "date", names: {2015: "Closed Date"}},
    ukprn: {is: "text", names: {2015: "UKPRN"}, about: "UK provider reference number, eight digits"},
    companies_house_number: {is: "text", names: {2015: "Companies House Number"}}
  },
  notes: "All groups, open and closed; of closed ones the register keeps no members. No totals. Names of heads are not read."
});
