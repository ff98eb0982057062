import type {ReleaseFacts} from "../ui/release.js";

/** A release as an entry for a reference manager: title and author as in CITATION.cff. */
export const bibtex = ({version, plan, made}: Pick<ReleaseFacts, "version" | "plan" | "made">): string =>
  `@misc{school-partnerships-${plan},
  title = {What school partnerships add},
  author = {{The school partnerships project}},
  year = {${made.slice(0, 4)}},
  month = {${Number(made.slice(5, 7))}},
  version = {${version}},
  note = {Analysis plan ${plan}, release made on ${made.slice(0, 10)}}
}`;
