import type {ParseArgsConfig} from "node:util";

/** One thing the command line can do. Its help is made from what it says of itself. */
export interface Command {
  name: string;
  about: string;
  /** What may stand on the line without an option, in order; the last may be many. Commands without it refuse any. */
  positionals?: readonly {name: string; about: string; many?: boolean}[];
  options: Record<string, NonNullable<ParseArgsConfig["options"]>[string] & {value?: string; about: string}>;
  /** What else a reader needs to know, a line each: shown by the help of this command alone. */
  notes?: readonly string[];
  run(values: Record<string, string | boolean | undefined>, positionals: readonly string[]): Promise<void>;
}

/** The help of one command, or of all: a line a command, a line an option. One alone adds its notes. */
export function help(commands: readonly Command[]): string {
  const one = ({name, about, positionals = [], options}: Command) => {
    const line = (what: string, says: string) => `      ${what.padEnd(22)} ${says}`;
    return [
      `  ${[name, ...positionals.map(listNamed)].join(" ").padEnd(24)} ${about}`,
      ...positionals.map((positional) => line(listNamed(positional), positional.about)),
      ...Object.entries(options).map(([option, {value, about: says}]) =>
        line(`--${option}${value ? ` ${value}` : ""}`, says)
      )
    ].join("\n");
  };
  const notes = commands.length === 1 ? (commands[0].notes ?? []) : [];
  const reported = notes.length ? `\n${notes.map((note) => `  ${note}`).join("\n")}\n` : "";
  return `usage: npm run pav -- COMMAND [OPTIONS]\n\n${commands.map(one).join("\n\n")}\n${reported}`;
}

/** How the help names what may stand without an option: FILE, or FILE... */
export const listNamed = ({name, many}: {name: string; many?: boolean}): string => `${name}${many ? "..." : ""}`;
