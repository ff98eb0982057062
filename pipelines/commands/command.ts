import type {ParseArgsConfig} from "node:util";

/** One thing the command line can do. Its help is made from what it says of itself. */
export interface Command {
  name: string;
  about: string;
  /** What may stand after the command without an option's name; without this, nothing may. */
  positionals?: {value: string; about: string};
  options: Record<string, NonNullable<ParseArgsConfig["options"]>[string] & {value?: string; about: string}>;
  run(values: Record<string, string | boolean | undefined>, positionals: readonly string[]): Promise<void>;
}

/** The help of one command, or of all: a line a command, a line an option. */
export function help(commands: readonly Command[]): string {
  const one = ({name, about, positionals, options}: Command) => {
    const line = (form: string, says: string) => `      ${form.padEnd(22)} ${says}`;
    const lines = [
      ...(positionals ? [line(positionals.value, positionals.about)] : []),
      ...Object.entries(options).map(([option, {value, about: says}]) =>
        line(`--${option}${value ? ` ${value}` : ""}`, says)
      )
    ];
    return [`  ${name.padEnd(24)} ${about}`, ...lines].join("\n");
  };
  return `usage: npm run pav -- COMMAND [OPTIONS]\n\n${commands.map(one).join("\n\n")}\n`;
}
