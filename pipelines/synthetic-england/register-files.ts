import type {Published} from "./csv.ts";
import type {England} from "./england.ts";
import {academyLinksFile, allLinksFile, groupsFile, membershipFile} from "./register-groups.ts";
import {linksFile} from "./register-links.ts";
import {establishmentsFile} from "./register.ts";
import {schoolList} from "./school-list.ts";

/** The register’s extracts, of the days on which somebody kept them, and the list of schools. */
export const registerFiles = (england: England): Published[] => [
  academyLinksFile(england, "2018-05-01"),
  academyLinksFile(england, "2019-03-01"),
  allLinksFile(england, "2022-08-31"),
  groupsFile(england, "2022-08-31"),
  membershipFile(england, "2023-04-21"),
  linksFile(england, "2023-04-21"),
  establishmentsFile(england, "2023-04-21"),
  schoolList(england, 2018)
];
