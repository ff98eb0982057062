import {UserError} from "../../src/library/errors.ts";
import type {FilesRead} from "./published-file.ts";
import {SYNTHETIC} from "./synthetic.ts";

/** What is strange in the files of a folder, in sentences. */
export const findStrange = ({left, accepted, unknown}: FilesRead): string[] => [
  ...left.map(({message, fix}) => `${message}: left out; ${fix}`),
  ...accepted.map(({file, signs}) => `${file} is somebody’s own table (it has ${signs}), read as if it were published`),
  ...unknown
    .filter((one) => one.file !== SYNTHETIC && !isNoData(one))
    .map(({file, why}) => `${file} was not read: ${why}`)
];

/** Whether a file is none of data, such as a README. */
export const isNoData = ({file, why}: FilesRead["unknown"][number]): boolean =>
  file !== SYNTHETIC && why === "not a CSV file";

/** Throws a UserError that lists them if there are any. */
export function refuseStrangeness(warnings: readonly string[]): void {
  if (!warnings.length) return;
  throw new UserError(`--strict, and this is strange\n${warnings.map((warning) => `  ${warning}`).join("\n")}`, {
    fix: "put it right, or run without --strict: what is strange is then left out and reported"
  });
}
