import {SingleBar} from "cli-progress";
import type {Progress} from "./fetch.ts";
import {describeDelivered} from "./report.ts";

/** A bar where there is a terminal, and a line a task where there is none. */
export const showProgress = (stream: NodeJS.WriteStream, log: (line: string) => void): Progress =>
  stream.isTTY ? bar(stream) : lines(log);

function bar(stream: NodeJS.WriteStream): Progress {
  const shown = new SingleBar({
    stream,
    format: "{bar} {value}/{total}  {what} {megabytes} MB",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true
  });
  return {
    begin: (tasks) => shown.start(tasks, 0, {what: "", megabytes: "0.0"}),
    bytes: (what, bytes) => shown.update({what, megabytes: (bytes / 1e6).toFixed(1)}),
    done: (what) => shown.increment(1, {what}),
    end: () => shown.stop()
  };
}

function lines(log: (line: string) => void): Progress {
  return {
    begin: (tasks) => log(`${tasks} things to fetch`),
    bytes: () => undefined,
    done: (what, {delivered, missed}) => {
      for (const file of delivered) log(`${file.outcome}: ${describeDelivered(file)}`);
      for (const {what: lost, why, not_yet} of missed)
        log(not_yet ? `not published yet: ${lost}` : `did not come: ${lost}: ${why}`);
      if (delivered.length + missed.length === 0) log(`nothing: ${what}`);
    },
    end: () => undefined
  };
}
