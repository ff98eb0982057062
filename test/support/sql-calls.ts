import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import ts from "typescript";

/** A piece of SQL of the project: a .sql file without its comments, or a text in a module. */
export interface SqlText {
  file: string;
  sql: string;
}

/** A call in SQL: what stands between its brackets, what follows them, and the calls around it from the outermost in. */
export interface SqlCall {
  name: string;
  inside: string;
  after: string;
  around: readonly string[];
}

/** Every piece of SQL under pipelines: all .sql files, and the texts of modules outside the folders given that read like one. */
export function readSql(without: RegExp): SqlText[] {
  const files = execFileSync("git", ["ls-files", "pipelines"], {encoding: "utf8"}).trim().split("\n");
  return files
    .filter((file) => /\.(sql|ts)$/.test(file) && !without.test(file))
    .flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const pieces = file.endsWith(".sql") ? [text] : listTexts(file, text);
      return pieces.map((sql) => ({file, sql: sql.replaceAll(/--.*$/gm, "")}));
    });
}

function listTexts(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node))
      // What the language works out is no SQL, whatever it is called.
      found.push(
        node
          .getText(source)
          .slice(1, -1)
          .replaceAll(/\$\{(\w+)\([^{}]*\)\}/g, "${$1}")
      );
    else ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  visit(source);
  return found;
}

/** Every call of a function in a piece of SQL, whatever it stands in. */
export function findCalls(sql: string): SqlCall[] {
  const found: SqlCall[] = [];
  const open: {name: string; from: number}[] = [];
  const blank = sql.replaceAll(/'(?:[^']|'')*'/g, (quoted) => `'${"_".repeat(quoted.length - 2)}'`);
  for (let at = 0; at < blank.length; at++) {
    if (blank[at] === "(") open.push({name: /(\w*) *$/.exec(blank.slice(0, at))![1].toLowerCase(), from: at + 1});
    if (blank[at] !== ")") continue;
    const call = open.pop();
    if (call)
      found.push({
        name: call.name,
        inside: sql.slice(call.from, at),
        after: sql.slice(at + 1),
        around: open.map(({name}) => name)
      });
  }
  return found;
}

/** The parts of what stands in brackets, at the commas that stand in no brackets of their own. */
export function splitArguments(inside: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of inside) {
    if ("([{".includes(sign)) depth++;
    if (")]}".includes(sign)) depth--;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

const words = new Set([
  "not",
  "is",
  "null",
  "and",
  "or",
  "as",
  "distinct",
  "case",
  "when",
  "then",
  "else",
  "end",
  "true"
]);

/** The columns that an expression names: no functions, texts, labels or words of the language. */
export const namedColumns = (expression: string): string[] =>
  [
    ...expression
      .replaceAll(/'(?:[^']|'')*'/g, "")
      .replaceAll(/"?\w+"?\s*:=|\w+:(?!:)|::\w+/g, "")
      .matchAll(/\$\{[^}]*\}|[a-z_][\w.]*(?!\w*\()(?![\w.])(?!\s*\()/gi)
  ]
    .map(([name]) => name)
    .filter((name) => !words.has(name.toLowerCase()));
