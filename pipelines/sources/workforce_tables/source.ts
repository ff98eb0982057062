import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "workforce_tables",
  title: "School workforce (performance tables)",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {
    service: "performance_tables",
    megabytes: 1.2,
    token: "SWF",
    member: "england_swf.csv",
    years: {first: 2011, last: 2018}
  },
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: false,
  signature: [
    ["Pupil: Teacher Ratio", "RATPUPTEA"],
    [
      "Mean Gross FTE Salary of All Teachers (£s)",
      "Mean Gross FTE Salary of All Teachers (Â£s)",
      "Mean Gross FTE Salary of All Teachers",
      "SALARY",
      "Total Number of Teachers (Headcount)",
      "NTEA"
    ]
  ],
  years: {first: 2011, newest_known: 2018},
  columns: {
    urn: {is: "key", names: {2011: "URN"}, about: "Unique reference number"},
    la_code: {is: "text", names: {2011: ["LA Number", "LA", "LEA"]}, about: "Local authority, three digits"},
    estab: {is: "text", names: {2011: ["Establishment Number", "ESTAB"]}, about: "Establishment number within the local authority"},
    school_phase: {is: "text", names: {2011: ["School Phase", "PHASE"]}},

    teachers: {is: "number", names: {2011: ["Total Number of Teachers (Headcount)", "NTEA"]}, about: "Teachers, heads"},
    teaching_assistants: {is: "number", names: {2011: ["Total Number of Teaching Assistants (Headcount)", "NTEAAS"]}, about: "Teaching assistants, heads"},
    support_staff: {
      is: "number",
      names: {
        2011: ["Total Number of Non Classroom-based School Support Staff, Excluding Auxiliary Staff (Headcount)", "NNONTEA"]
      },
      about: "Support staff outside the classroom, heads"
    },
    teachers_fte: {is: "number", names: {2011: ["Total Number of Teachers (Full-Time Equivalent)", "NFTETEA"]}, about: "Teachers, full-time equivalent"},
    teaching_assistants_fte: {
      is: "number",
      names: {2011: ["Total Number of Teaching Assistants (Full-time Equivalent)", "NFTETEAAS"]},
      about: "Teaching assistants, full-time equivalent"
    },
    pupils_per_teacher: {is: "number", names: {2011: ["Pupil: Teacher Ratio", "RATPUPTEA"]}, about: "Pupils for each teacher"},
    mean_pay: {
      is: "number",
      names: {
        2011: ["Mean Gross FTE Salary of All Teachers (£s)", "Mean Gross FTE Salary of All Teachers (Â£s)", "Mean Gross FTE Salary of All Teachers", "SALARY"]
      },
      about: "Mean full-time equivalent salary of teachers, £"
    }
  },
  notes:
    "Counted on a day in November of the academic year. The publisher writes five spaces into the name of the ratio and pounds signs into salaries; " +
    "the years in which short names gave way to long ones are not certain, so either is read in every year. No totals."
});
