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
  position: /^standings?(?![a-z])|Standing/,
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

/** Words of sentences that are not used any more, by those that took their place. */
const retiredWords: Record<string, RegExp> = {
  "reported, stated, known, distinguished": /\b(un)?told\b|\btells?\b(?! you\b)/i,
  "regression to the mean": /\b(un)?luck(y|ily)?\b|\bforeseen\b|\blent\b/i,
  position: /\bstandings?\b/i,
  "synthetic England, invented schools": /\bmade-up\b|\binvented England\b/i,
  "treated school, schools that joined": /\bjoiners?\b/i,
  "partnership type":
    /\bkinds? of (partnership|trust|programme)s?\b|\bnearest kinds?\b|\bkind(,| or| and) (phase|region|role)\b/i,
  "smallest effect of interest": /\bworth having\b/i,
  "standardised within year": /\bbridged\b/i,
  "comparable series, run of years": /\bsegments?\b|\bstretch(es)?\b/i,
  "selected, resolved": /\bsettle[sd]?\b|\bsettling\b/i,
  episode: /\bspells?\b/i,
  "compare with, check": /\b(hold|holds|held|holding)\b[^.;:()]{0,60}? against\b/i,
  check: /(?<!\/)\bpromise[sd]?\b/,
  "resemblance, balance": /\blikeness(es)?\b/i,
  weights: /\bpulls\b/i,
  "outcome domain": /\blines? of the framework\b/i,
  "period since joining": /\bphases? of (a|the) partnership\b/i,
  specification: /\bways? of asking\b/i,
  "task, download, context": /\b(errands?|parcels?|surroundings)\b/i,
  reversion: /\bbounces?\b/i
};

/** Sentences that keep one, and why: the file, what stands there, the reason. */
const allowedSentences: readonly [file: string, words: string, why: string][] = [
  ["src/lists/unseen-sign.ts", "joiner", "what Unicode calls the sign"]
];

const read = (...patterns: string[]): string[] =>
  execFileSync("git", ["ls-files", ...patterns], {encoding: "utf8"})
    .split("\n")
    .filter(Boolean);
const isTest = (file: string): boolean => file.startsWith("test/");

const codeFiles = read("src", "pipelines", "dashboards", "test", "*.config.ts").filter(
  (file) => /\.(ts|js)$/.test(file) && !file.endsWith("retired-words.test.ts")
);
/** All that is read whole: pages, documents, queries, programs of other languages, styles, and words kept in tables. */
const wholeFiles = read(
  "*.md",
  "*.sql",
  "*.R",
  "*.py",
  "*.css",
  "*.html",
  "*.cff",
  "pipelines/**.csv",
  "data/partnerships/*.csv"
).filter((file) => !isTest(file));

interface Words {
  line: number;
  text: string;
}

function readCode(file: string): {functions: string[]; names: string[]; comments: Words[]; strings: Words[]} {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  const functions = new Set<string>();
  const strings: Words[] = [];
  const findLine = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isFunctionDeclaration(node) && node.name) functions.add(node.name.text);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      if (ts.isArrowFunction(node.initializer)) functions.add(node.name.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))
      strings.push({line: findLine(node.getStart()), text: node.text});
    node.forEachChild(visit);
  };
  visit(source);
  const comments = [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<![:"'`\\])\/\/ [^\n]*/g)].map((match) => ({
    line: findLine(match.index),
    text: match[0].replace(/\n\s*\*/g, "\n")
  }));
  return {functions: [...functions], names: [...names], comments, strings};
}

/** Every retired word of a text, with its line and what stands about it. */
function findWords(file: string, {line, text}: Words, retired: RegExp): {file: string; about: string; line: number}[] {
  return [...text.matchAll(new RegExp(retired.source, `g${retired.flags}`))].map((match) => ({
    file,
    line: line + text.slice(0, match.index).split("\n").length - 1,
    about: text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 60).replace(/\s+/g, " ")
  }));
}

describe("words that were retired", () => {
  const code = codeFiles.map((file) => ({file, ...readCode(file)}));
  const {"a verb": ending, ...names} = retiredNames;

  test.each(Object.entries(names))("no name where the word is now %s", (_, retired) => {
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

  // Strings of tests are what they feed and expect: what may not be printed is found where it is made.
  const texts = [
    ...code.flatMap(({file, comments, strings}) =>
      [...comments, ...(isTest(file) ? [] : strings)].map((words) => ({file, words}))
    ),
    ...wholeFiles.map((file) => ({file, words: {line: 1, text: readFileSync(file, "utf8")}}))
  ];
  const found = Object.fromEntries(
    Object.entries(retiredWords).map(([now, retired]) => [
      now,
      texts.flatMap(({file, words}) => findWords(file, words, retired))
    ])
  );
  const isAllowed = ({file, about}: {file: string; about: string}): boolean =>
    allowedSentences.some(([where, words]) => where === file && about.includes(words));

  test.each(Object.keys(retiredWords))(
    "no comment, string, query, page or document where the word is now %s",
    (now) => {
      const left = found[now].filter((one) => !isAllowed(one));
      expect(left.map(({file, line, about}) => `${file}:${line}: ${about}`)).toEqual([]);
    }
  );

  test("no exception outlives its sentence", () => {
    const all = Object.values(found).flat();
    const idle = allowedSentences.filter(
      ([where, words]) => !all.some(({file, about}) => where === file && about.includes(words))
    );
    expect(idle).toEqual([]);
  });
});
