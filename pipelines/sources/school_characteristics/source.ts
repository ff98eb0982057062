import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "school_characteristics",
  title: "Pupil characteristics (school census)",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {service: "performance_tables", megabytes: 1.2, token: "Census", member: "england_census.csv"},
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: false,
  national_rows: true,
  signature: [
    ["NOR", "TOTPUPSENDN"],
    ["NUMEAL", "PNUMEAL"],
    ["NUMFSMEVER", "PNUMFSMEVER", "NUMFSM", "PNUMFSM"]
  ],
  years: {first: 2011, newest_known: 2025, not_published: [2020]},
  columns: {
    urn: {is: "key", names: {2011: "URN"}, about: "Unique reference number; NAT in national rows"},
    la_code: {is: "text", names: {2011: "LA"}, about: "Local authority, three digits"},
    estab: {is: "text", names: {2011: "ESTAB"}, about: "Establishment number within the local authority; PRI, SEC or SPE in national rows"},
    school_type: {is: "text", names: {2011: "SCHOOLTYPE"}},

    roll: {is: "number", names: {2011: "TOTPUPSENDN", 2015: "NOR"}, total: "sum", about: "Pupils"},
    girls: {is: "number", names: {2015: "NORG"}, total: "sum", about: "Pupils"},
    boys: {is: "number", names: {2015: "NORB"}, total: "sum", about: "Pupils"},
    fsm6_pupils: {is: "number", names: {2012: "NUMFSMEVER"}, total: "sum", about: "Pupils eligible for free school meals at any time in six years"},
    fsm6_pct: {is: "number", names: {2012: "PNUMFSMEVER"}, about: "% of pupils eligible for free school meals at any time in six years"},
    fsm6_denominator: {is: "number", names: {2022: "NORFSMEVER"}, total: "sum", about: "Pupils of whom the percentage is taken"},
    fsm_pupils: {is: "number", names: {2011: "NUMFSM", 2015: null, 2019: "NUMFSM"}, total: "sum", about: "Pupils eligible for free school meals now"},
    fsm_pct: {is: "number", names: {2011: "PNUMFSM", 2019: null}, about: "% of pupils eligible for free school meals now"},
    eal_pupils: {is: "number", names: {2011: "NUMEAL"}, total: "sum", about: "Pupils whose first language is not English"},
    eal_pct: {is: "number", names: {2011: "PNUMEAL"}, total: {weight: "roll"}, about: "% of pupils whose first language is not English"},
    first_language_english: {is: "number", names: {2011: "NUMENGFL"}, total: "sum", about: "Pupils"},
    first_language_unclassified: {is: "number", names: {2011: "NUMUNCFL"}, total: "sum", about: "Pupils"},
    sen_support_pupils: {is: "number", names: {2015: "TSENELK"}, total: "sum", about: "Pupils with support for special educational needs"},
    sen_support_pct: {is: "number", names: {2015: "PSENELK"}, total: {weight: "roll"}, about: "% of pupils"},
    ehc_pupils: {
      is: "number",
      names: {2015: "TSENELSE"},
      total: "sum",
      about: "Pupils with an education, health and care plan; to 2017/18 also with a statement"
    },
    ehc_pct: {is: "number", names: {2015: "PSENELSE"}, total: {weight: "roll"}, about: "% of pupils"},
    sen_statement_pct: {is: "number", names: {2011: "PTOTSENST", 2015: null}, about: "% of pupils with a statement of special educational needs"},
    sen_action_plus_pct: {is: "number", names: {2011: "PTOTSENAP", 2015: null}, about: "% of pupils at School Action Plus"},
    sen_action_pct: {is: "number", names: {2011: "PSENA", 2015: null}, about: "% of pupils at School Action"}
  },
  notes:
    "Free school meals now are missing as counts from 2014/15 to 2017/18, and rise from 2017/18 because eligibility is kept; special educational needs break in 2014/15. " +
    "Independent schools have NA in most columns. " +
    "National rows say NAT in place of the URN and PRI, SEC or SPE in place of the establishment."
});
