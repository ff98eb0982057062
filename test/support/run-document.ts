import {execFileSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** What a document shows of a run, and what the run prints. */
export interface DocumentedRun {
  file: string;
  shown: string;
  printed: string;
}

/** Runs the files that it is given one after another, and prints as JSON what each printed. */
const runner = `import {format} from "node:util";
const lines = [];
console.log = (...parts) => lines.push(format(...parts) + "\\n");
const printed = [];
for (const file of process.argv.slice(2)) {
  await import("./" + file);
  printed.push(lines.splice(0).join(""));
}
process.stdout.write(JSON.stringify(printed));
`;

/**
 * Runs the programs of a document in a folder: every ```js block as a file, by the name in its first line
 * (`// name.mjs`), and compares what follows: a plain block with what the file prints, or a ```console block, whose
 * first line is `$ node name.mjs`. Those with a name, which may import one another, have a process each; all others share one.
 */
export function runDocument(document: string, folder: string): DocumentedRun[] {
  const runs: Omit<DocumentedRun, "printed">[] = [];
  let last = "";
  for (const [, language, text] of readFileSync(document, "utf8").matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)) {
    if (language === "js") {
      last = /^\/\/ ([\w-]+\.mjs)\n/.exec(text)?.[1] ?? `example-${runs.length}.mjs`;
      writeFileSync(join(folder, last), text);
    } else if (language === "console" || (language === "" && last)) {
      const [, named, shown] = /^(?:\$ node ([\w-]+\.mjs)\n)?([\s\S]*)$/.exec(text)!;
      runs.push({file: named ?? last, shown});
    }
  }
  writeFileSync(join(folder, "run-all.mjs"), runner);
  const run = (...files: string[]) => execFileSync(process.execPath, files, {cwd: folder, encoding: "utf8"});
  const isUnnamed = ({file}: {file: string}) => file.startsWith("example-");
  const unnamed = runs.filter(isUnnamed).map(({file}) => file);
  const printed = JSON.parse(run("run-all.mjs", ...unnamed)) as string[];
  return runs.map((one) => ({...one, printed: isUnnamed(one) ? printed[unnamed.indexOf(one.file)] : run(one.file)}));
}
