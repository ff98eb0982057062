import {UserError} from "../src/library/errors.ts";
import {runLine} from "./commands/run-line.ts";
import {asUserError} from "./files/file-errors.ts";
import {listenToOutput} from "./files/output.ts";
import {printable} from "./tables/printable.ts";

listenToOutput(process.stdout);
listenToOutput(process.stderr);
try {
  await runLine(process.argv.slice(2));
} catch (caught) {
  const error = asUserError(caught);
  if (!(error instanceof UserError)) throw error;
  console.error(`${printable(error.message)}\n\n  fix: ${printable(error.fix)}\n`);
  process.exitCode = 1;
}
