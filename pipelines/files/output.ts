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
    // Where it goes is not known, and so not how much room there is.
    const known =
      error.code === "ENOSPC"
        ? new UserError("cannot print: the place that the output goes to is full", {
            fix: "send it to a file on another disk, or make room, then run again"
          })
        : asUserError(error, "standard output");
    const {message} = known instanceof Error ? known : error;
    if (stream !== process.stderr)
      process.stderr.write(`${message}\n\n  fix: ${known instanceof UserError ? known.fix : "print elsewhere"}\n`);
  });
}
