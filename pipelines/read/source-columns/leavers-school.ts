import type {Column} from "../../../src/published-files/source.ts";

/** Whose students they were: the first columns of the tables of what became of them after 16 to 18 study. */
export const leaversSchool = {
  record_type: {
    is: "key",
    names: {2019: "RECTYPE"},
    about: "1 mainstream school or college, 2 special school, LA or 4 local authority, NAT, 5 or 7 nation"
  },
  la_code: {is: "text", names: {2019: "LEA"}, about: "Local authority, three digits"},
  estab: {is: "text", names: {2019: "ESTAB"}, about: "Establishment number within the local authority, four digits"},
  urn: {is: "key", names: {2019: "URN"}, about: "Unique reference number"},
  school_name: {is: "text", names: {2019: "SCHNAME"}},
  school_type: {
    is: "text",
    names: {2019: ["NFTYPE", "NFTYPE/FESITYPE"]},
    about: "Of a school the letters of key stage 4; of a college its type in words"
  },
  closed: {is: "text", names: {2019: "ICLOSE"}, about: "0 open, 1 closed"}
} satisfies Record<string, Column>;
