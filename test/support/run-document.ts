import {execFileSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** What a document shows of a run, and what the run prints. */
export interface DocumentedRun {
  file: string;
  shown: string;
  printed: string;
}

/**
 * Runs the programs of a document in a folder: every ```js block as a file, by the name in its first line
 * (`// name.mjs`), and compares what follows: a plain block with what the file prints, or a ```console block, whose
 * first line is `$ node name.mjs`.
 */
export function runDocument(document: string, folder: string): DocumentedRun[] {
  const runs: DocumentedRun[] = [];
  let last = "";
  for (const [, language, text] of readFileSync(document, "utf8").matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)) {
    if (language === "js") {
      last = /^\/\/ ([\w-]+\.mjs)\n/.exec(text)?.[1] ?? `example-${runs.length}.mjs`;
      writeFileSync(join(folder, last), text);
    } else if (language === "console" || (language === "" && last)) {
      const [, named, output] = /^(?:\$ node ([\w-]+\.mjs)\n)?([\s\S]*)$/.exec(text)!;
      const file = named ?? last;
      const printed = execFileSync(process.execPath, [file], {cwd: folder, encoding: "utf8"});
      runs.push({file, shown: output, printed});
    }
  }
  return runs;
}
