import type {ListedSchool} from "school-partnerships/your-schools";
import type {PartnershipFile, Phase} from "../ui/release.js";
import {describedTables} from "./described-table.js";
import {makeReport} from "./make-report.js";
import {namesOfBody} from "./open-names.js";

/** The schools of a body as a list: a school of several roles in each. */
export const schoolsOfBody = ({members}: Pick<PartnershipFile, "members">): ListedSchool[] =>
  members.map(({urn, role, joined, cohort}) => ({urn, role: role ?? "member", joined, cohort}));

/** The schools of a body in one phase, as published year by year. */
export async function describedSchools(note: PartnershipFile, phase: Phase): Promise<Node> {
  const {partnership_type, outcomes} = note;
  const list = {partnership_type, schools: schoolsOfBody(note)};
  const {phases} = await makeReport(list, {names: namesOfBody(note), released: outcomes, only: phase});
  const parts = document.createDocumentFragment();
  parts.append(...phases.map((one) => describedTables(one)));
  return parts;
}
