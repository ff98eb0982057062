import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {methods} from "../../src/library/index.ts";

/** A public name of the library: what its docstring says, without examples, and its declaration. */
interface PublicName {
  name: string;
  about: string;
  example: string | null;
  declaration: string;
}

/**
 * The text of docs/library.md: every public name by room, with its docstring, its declaration and its example, from the
 * declarations that are built in `folder`. Throws where a name has no docstring, or a value no example.
 */
export async function referencePage(folder: string, rooms: readonly string[]): Promise<string> {
  const sections = await Promise.all(["", ...rooms].map((room) => describeRoom(folder, room)));
  return `# The library, name by name

Made by \`npm run build:library\` from the docstrings; a test compares it with them and runs the examples. How to install and begin: [src/library/README.md](../src/library/README.md).

## Every method

${listMethods()}

${sections.join("\n")}`;
}

/** The registry as a table: what each method is given and takes, its paper, and what computes the same in R. */
function listMethods(): string {
  const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
  const rows = methods.map(({id, label, reference, registry, options, aggregates, peers}) =>
    [`\`${id}\``, label, `\`${registry}\``, code(options), code(aggregates), code(peers), reference].join(" | ")
  );
  const given = [...new Map(methods.map(({registry, needs}) => [registry, needs]))];
  return `${given.map(([registry, needs]) => `\`${registry}\` take ${needs}.`).join(" ")} The first way to put effects together is the default.

| id | what it is | registry | options | put together by | in R | paper |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join("\n")}`;
}

async function describeRoom(folder: string, room: string): Promise<string> {
  const index = join(folder, room, "index.d.ts");
  const text = await readFile(index, "utf8");
  const about = /^\/\*\*\s+([\s\S]*?)\s*\*\//.exec(text)?.[1].replace(/^ \* ?/gm, "") ?? "";
  const listed = [...text.matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/g)].flatMap(([, names, path]) =>
    names.split(",").map((name) => ({name: name.trim(), path: path.replace(/\.js$/, ".d.ts")}))
  );
  const names = await Promise.all(listed.map(({name, path}) => describeName(join(dirname(index), path), name)));
  return `## ${room || "school-partnerships"}\n\n${about}\n\n${names.map(nameText).join("\n")}`;
}

async function describeName(file: string, name: string): Promise<PublicName> {
  const text = (await readFile(file, "utf8")).replaceAll("\r", "");
  const start = new RegExp(`^export (?:declare )?(?:function|const|interface|type|class) ${name}\\b`, "m").exec(text);
  if (!start) throw new Error(`${file} does not declare ${name}`);
  const rest = text.slice(start.index);
  const end = /\n(?=\/\*\*|export |import |declare |interface |type |\/\/# )/.exec(rest);
  const before = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(text.slice(0, start.index));
  if (!before) throw new Error(`${name} has no docstring`);
  const says = before[1].replace(/^[ \t]*\*? ?/gm, "").trim();
  const [about, example] = says.split(/^@example\n/m);
  if (example === undefined && !/^export (?:declare )?(?:interface|type) /.test(rest))
    throw new Error(`${name} has no example that runs`);
  return {
    name,
    about: about.trim(),
    example: example?.trim() ?? null,
    declaration: rest
      .slice(0, end?.index)
      .replace(/^export (declare )?/, "")
      .trim()
  };
}

const nameText = ({name, about, example, declaration}: PublicName): string =>
  `### ${name}\n\n${about}\n\n\`\`\`ts\n${declaration}\n\`\`\`\n${example ? `\n${exampleText(example)}` : ""}`;

/** The program, and apart from it what it prints: the comments at its end. */
function exampleText(example: string): string {
  const [, program, printed] = /^([\s\S]*?)\n((?:\/\/ .*\n?)+)$/.exec(example) ?? [];
  if (program === undefined || printed === undefined)
    throw new Error(`an example does not say what it prints: ${example}`);
  return `\`\`\`js\n${program}\n\`\`\`\n\n\`\`\`\n${printed.trim().replace(/^\/\/ /gm, "")}\n\`\`\`\n`;
}
