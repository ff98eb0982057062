import {parseArgs} from "node:util";
import {vi} from "vitest";
import type {Command} from "../../pipelines/commands/command.ts";

/** Runs a command in this process and gives what it printed, on standard output and standard error. */
export async function runCommand(command: Command, ...args: string[]): Promise<{stdout: string; stderr: string}> {
  const {values, positionals} = parseArgs({args, options: command.options, allowPositionals: true});
  const printed = {log: [] as string[], error: [] as string[]};
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void printed.log.push(`${text}\n`));
  const error = vi.spyOn(console, "error").mockImplementation((text: string) => void printed.error.push(`${text}\n`));
  try {
    await command.run(values as Record<string, string | boolean>, positionals);
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
  return {stdout: printed.log.join(""), stderr: printed.error.join("")};
}
