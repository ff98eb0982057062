import {parseArgs} from "node:util";
import {UserError} from "../../src/library/errors.ts";
import {help, listNamed, type Command} from "./command.ts";
import {commands} from "./index.ts";

/**
 * Runs the command that a line names, with its options; without a name, or with --help, prints what there is. Throws a
 * UserError where the line has a command, an option or a name too many that nobody knows, and what the command throws.
 */
export async function runLine([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(help(commands));
    return;
  }
  const command = commands.find((c) => c.name === name);
  if (!command) {
    throw new UserError(`no command called “${name}”`, {fix: `choose from ${commands.map((c) => c.name).join(", ")}`});
  }
  const {values, positionals} = readLine(command, args);
  if (values["help"]) console.log(help([command]));
  else await command.run(values, positionals);
}

function readLine({name, options, positionals = []}: Command, args: string[]) {
  const line = parsed({options, positionals}, args);
  refuseEmpty(name, line);
  const many = positionals.at(-1)?.many ?? false;
  if (line.positionals.length > positionals.length && !many) {
    throw new UserError(
      `${name} takes ${positionals.map(listNamed).join(" ")} and no more: “${line.positionals[positionals.length]}”`,
      {
        fix: "names and values with spaces go in quotes"
      }
    );
  }
  return line;
}

/** An empty value is a variable of a shell that holds nothing, and no folder of that name: least of all the one it stands in. */
function refuseEmpty(name: string, {values, positionals}: ReturnType<typeof parsed>): void {
  const [empty] = Object.entries(values).find(([, value]) => typeof value === "string" && value.trim() === "") ?? [];
  if (empty === undefined && !positionals.some((value) => value.trim() === "")) return;
  throw new UserError(empty === undefined ? `${name} was given an empty name` : `--${empty} is empty`, {
    fix: "give it a value, or leave it out"
  });
}

/** An option that is given twice with two values means one of them, and which is not said. */
function refuseTwice(tokens: readonly {kind: string; name?: string; value?: string | undefined}[]): void {
  const given = new Map<string, string | undefined>();
  for (const {kind, name, value} of tokens) {
    if (kind !== "option" || name === undefined) continue;
    if (given.has(name) && given.get(name) !== value) {
      throw new UserError(`--${name} is given twice: “${given.get(name)}” and “${value}”`, {
        fix: "leave one of them out"
      });
    }
    given.set(name, value);
  }
}

function parsed({options, positionals = []}: Pick<Command, "options" | "positionals">, args: string[]) {
  try {
    const {
      values,
      positionals: given,
      tokens
    } = parseArgs({
      args,
      options: {...options, help: {type: "boolean", short: "h"}},
      allowPositionals: positionals.length > 0,
      tokens: true
    });
    refuseTwice(tokens);
    return {values: values as Record<string, string | boolean>, positionals: given};
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(describeFault(args, options) ?? (cause as Error).message, {
      fix: `options: ${
        Object.keys(options)
          .map((o) => `--${o}`)
          .join(", ") || "none"
      }`,
      cause
    });
  }
}

/** The first thing in a line that its command does not take, in words; null where none is in sight. Throws where an option lacks its value, with how to write it. */
function describeFault(args: readonly string[], options: Command["options"]): string | null {
  for (const [i, arg] of args.entries()) {
    const [, name, joined] = /^--([^=]+)(=.*)?$/s.exec(arg) ?? [];
    const takes = name === undefined ? undefined : options[name]?.type;
    const next = args[i + 1];
    if (name !== undefined && takes === undefined && name !== "help") return `there is no --${name}`;
    if (takes === "boolean" && joined !== undefined) return `--${name} takes no value: ${arg}`;
    if (takes !== "string" || joined !== undefined || (next !== undefined && !next.startsWith("-"))) continue;
    throw new UserError(`--${name} has no value${next === undefined ? "" : `, but “${next}” after it`}`, {
      fix:
        next === undefined || next.startsWith("--")
          ? `give it one: --${name} ${options[name].value ?? "VALUE"}`
          : `where that is its value, join the two: --${name}=${next}`
    });
  }
  return null;
}
