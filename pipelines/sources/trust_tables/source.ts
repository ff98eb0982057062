import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "trust_tables",
  title: "Multi-academy trust performance tables",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: [
    {service: "performance_tables", megabytes: 1.2, token: "ks4mats", member: "england_ks4-mats-performance.csv"},
    {service: "performance_tables", megabytes: 1.2, token: "ks2mats", member: "england_ks2-mats-performance.csv"},
    {service: "performance_tables", megabytes: 1.2, token: "ks5mats", member: "england_ks5-mats-performance.csv"}
  ],
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "in_file",
  staged: false,
  signature: [
    ["INSTITUTIONS_MATPTINC", "INSTITUTIONS_INMAT"],
    ["TRUST_UID", "TRUST_ID", "TRUST_NAME"]
  ],
  years: {first: 2022, newest_known: 2025},
  columns: {
    academic_year: {is: "key", names: {2022: "TIME_PERIOD"}, about: "202223 is 2022/23"},
    trust_name: {is: "text", names: {2022: "TRUST_NAME"}},
    trust_group_type: {is: "text", names: {2022: "TRUST_GROUP_TYPE"}},
    group_uid: {is: "key", names: {2022: "TRUST_UID"}, about: "The register’s number of the trust"},
    group_id: {is: "text", names: {2022: "TRUST_ID"}, about: "Trust reference, as TR02786"},
    companies_house_number: {is: "text", names: {2022: "TRUST_COMPANIES_HOUSE_NUMBER"}, about: "Eight characters"},
    trust_ukprn: {is: "text", names: {2022: "TRUST_UKPRN"}, about: "UK provider reference number, eight digits"},
    lead_region: {is: "text", names: {2022: "TRUST_LEADREGION"}},
    institutions: {
      is: "text",
      names: {2022: "INSTITUTIONS_MATPTINC"},
      about: "URNs of academies that count in the trust’s results: three years or more in it; ; between"
    },
    institutions_in_trust: {is: "text", names: {2022: "INSTITUTIONS_INMAT"}, about: "URNs of all its academies; ; between"},
    schools: {is: "number", names: {2022: "NUMINST_MATPTINC"}, about: "Academies that count in the trust’s results"},
    sponsored: {is: "number", names: {2022: "NUMINST_SPONSOR_MATPTINC"}, about: "Of those, sponsored"},
    converters: {is: "number", names: {2022: "NUMINST_CONVERTER_MATPTINC"}, about: "Of those, converters"},
    pupils: {is: "number", names: {2022: "TPUP_MATPTINC"}, about: "Pupils at the end of key stage 4"},
    attainment8: {is: "number", names: {2022: ["ATT8SCR_WGTAVG", "ATT8SCR"]}, about: "Mean Attainment 8 score, weighted by time in the trust"},
    progress8: {is: "number", names: {2022: ["P8MEA_WGTAVG", "P8MEA"]}, about: "Progress 8 score, weighted by time in the trust"},
    ebacc_aps: {is: "number", names: {2022: ["EBACCAPS_WGTAVG", "EBACCAPS"]}, about: "Mean points over the five subject areas"}
  },
  notes:
    "A row a trust, with the Department’s own list of the academies that count in its results, those that were three years in it, and of all that were in it. Rows of the nation, where they are printed, have no trust."
});
