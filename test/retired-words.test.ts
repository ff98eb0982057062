import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import ts from "typescript";
import {describe, expect, test} from "vitest";

/** Parts of names that are not used any more, by the word that took their place. */
const retiredNames: Record<string, RegExp> = {
  "reported, inferred, stated": /^(told|tell|tells|untold)(?![a-z])|Told|Tell(?![a-z])/,
  "synthetic England": /madeUp|invent(ed|s|England)/,
  "treated school": /joiners?(?![a-z])/i,
  "partnership type": /kinds?(?![a-z])|Kinds?(?![a-z])/,
  "smallest effect of interest": /^worth|Worth/,
  "standardised within year": /bridged/i,
  "comparable series": /^segments?(?![a-z])|Segments?(?![a-z])|^stretch|Stretch/,
  "selected, resolved": /^(taken|settled)(?![a-z])|Taken|Settled/,
  episode: /^spells?(?![a-z])|Spells?(?![a-z])/,
  check: /BrokenPromise|^promise[ds](?![a-z])/,
  peers: /^company(?![a-z_])|CompanyOf/,
  resemblance: /likeness/i,
  weights: /^pulls(?![a-z])|Pulls/,
  "regression to the mean": /luck|foreseen|growth/i,
  "row, file": /(Kind|Measure|Source|School|Partnership|Run|Release|Reason|Identity|Plan|Method)Note(?![a-z])/,
  "a verb": /[a-z](Of|In)$/
};

/** Names that stay, and why. */
const allowedNames: Record<string, string> = {
  partnership_kind: "the column of the lists that partnerships keep",
  kind: "of a decomposition, a sensitivity analysis, a printed total, or of what a library of others calls so",
  kinds: "the same",
  Kind: "the same",
  indexOf: "the language",
  allSettled: "the language",
  lastIndexOf: "the language",
  getPrototypeOf: "the language",
  toBeInstanceOf: "the test runner",
  optedIn: "a participle",
  builtIn: "a participle",
  promises: "node:fs"
};
/** What a name that ends in Of or In may be when no function: a map from one thing to another. */
const isMap = (name: string): boolean => /^(row|year|place|unit|cluster|school|case)Of$/.test(name);

const retiredPhrases =
  /\bmade-up\b|\bjoiners?\b|\bbridged\b|\bsegments?\b|\bstretch(es)?\b|\btold\b|\bluck\b|\bspells?\b|\bkinds? of partnership\b|\bheld against\b|\bworth having\b|\bline of the framework\b/i;

const files = execFileSync("git", ["ls-files", "src", "pipelines", "dashboards", "test"], {encoding: "utf8"})
  .split("\n")
  .filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith("retired-words.test.ts"));

function readCode(file: string): {functions: string[]; names: string[]; comments: string[]} {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  const functions = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isFunctionDeclaration(node) && node.name) functions.add(node.name.text);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      if (ts.isArrowFunction(node.initializer)) functions.add(node.name.text);
    node.forEachChild(visit);
  };
  visit(source);
  const comments = [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<![:"'`\\])\/\/ [^\n]*/g)].map(([comment]) => comment);
  return {functions: [...functions], names: [...names], comments};
}

describe("words that were retired", () => {
  const code = files.map((file) => ({file, ...readCode(file)}));
  const {"a verb": ending, ...words} = retiredNames;

  test.each(Object.entries(words))("no name where the word is now %s", (_, retired) => {
    const left = code.flatMap(({file, names}) =>
      names.filter((name) => retired.test(name) && allowedNames[name] === undefined).map((name) => `${file}: ${name}`)
    );
    expect(left).toEqual([]);
  });

  test("functions are verbs", () => {
    const left = code.flatMap(({file, functions}) =>
      functions
        .filter((name) => ending.test(name) && allowedNames[name] === undefined && !isMap(name))
        .map((name) => `${file}: ${name}`)
    );
    expect(left).toEqual([]);
  });

  test("no comment has one", () => {
    const left = code.flatMap(({file, comments}) =>
      comments.filter((comment) => retiredPhrases.test(comment)).map((comment) => `${file}: ${comment.slice(0, 100)}`)
    );
    expect(left).toEqual([]);
  });
});
