import {parseArgs} from "node:util";
import {UserError} from "../src/errors.ts";
import {help, type Command} from "./commands/command.ts";
import {commands} from "./commands/index.ts";

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(`${error.message}\n\n  fix: ${error.fix}\n`);
  process.exitCode = 1;
}

async function run([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(help(commands));
    return;
  }
  const command = commands.find((c) => c.name === name);
  if (!command) {
    throw new UserError(`no command called “${name}”`, {fix: `choose from ${commands.map((c) => c.name).join(", ")}`});
  }
  const {values, positionals} = readArguments(command, args);
  if (values["help"]) console.log(help([command]));
  else await command.run(values, positionals);
}

function readArguments({options, positionals}: Command, args: string[]) {
  try {
    const read = parseArgs({
      args,
      options: {...options, help: {type: "boolean", short: "h"}},
      allowPositionals: positionals !== undefined
    });
    return {values: read.values as Record<string, string | boolean>, positionals: read.positionals};
  } catch (cause) {
    throw new UserError((cause as Error).message, {
      fix: `options: ${
        Object.keys(options)
          .map((o) => `--${o}`)
          .join(", ") || "none"
      }`,
      cause
    });
  }
}
