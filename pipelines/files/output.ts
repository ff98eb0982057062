import {UserError} from "../../src/library/errors.ts";
import {asUserError} from "./file-errors.ts";

/**
 * What is printed may go where nobody reads on, as through `head`, or to a disk that is full. In the first case the work
 * goes on unseen; in the second that is said once, and the command ends as one that failed.
 */
export function listenToOutput(stream: NodeJS.WriteStream): void {
  let reported = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (reported) return;
    reported = true;
    if (error.code === "EPIPE") return;
    process.exitCode = 1;
    const known = asUserError(error, "standard output");
    const {message} = known instanceof Error ? known : error;
    if (stream !== process.stderr)
      process.stderr.write(`${message}\n\n  fix: ${known instanceof UserError ? known.fix : "print elsewhere"}\n`);
  });
}
