import {UserError} from "../../src/library/errors.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {FilesRead} from "./published-file.ts";

/** What to say where no file can be read: of one that is nearly ours what it lacks, of several all of them at once. */
export function nothingKnown(folder: string, {left, unknown}: FilesRead, sources: readonly Source[]): UserError {
  const [one, ...more] = left;
  if (one && !more.length) return one;
  if (one) {
    return new UserError(`none of these files can be read as it is\n${left.map((e) => `  ${e.message}`).join("\n")}`, {
      fix: [...new Set(left.map(({fix}) => fix))].join("; ")
    });
  }
  const files = unknown.map(({file, why}) => `\n  ${file}: ${why}`).join("");
  return new UserError(`no published file that is known in ${folder}${files}`, {
    fix: `put files there as downloaded: ${sources.map((s) => s.title.toLowerCase()).join("; ")}`
  });
}
