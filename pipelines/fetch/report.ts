import type {Task} from "./tasks.ts";
import type {Outcome} from "./fetch.ts";
import type {Delivered} from "./run.ts";

/** What a task would ask for: its address, or how it is found. */
export function describeTask(task: Task): string {
  if (task.kind === "archive") return `${task.what}\n    ${task.url}`;
  return `${task.what}\n    ${whereOf(task)}`;
}

function whereOf(task: Exclude<Task, {kind: "archive"}>): string {
  if (task.kind === "register") return `the newest daily extract named ${task.origin.name}, back to thirty days ago`;
  if (task.kind === "workbook") return `the workbook ${task.origin.file} of that year`;
  if (task.kind === "govuk") {
    return `the attachments of ${task.path} named like ${task.wanted.map(({file}) => file).join(" or ")}`;
  }
  const {api_data_set, release, publication} = task.origin;
  if (api_data_set) return `the version published last of the API data set ${api_data_set}`;
  return `the data file of that name in ${release ? `the release ${release}` : "the latest release"} of ${publication}`;
}

/** One delivered file, in a line. */
export const describeDelivered = ({path, bytes, notes}: Delivered): string =>
  [`${path} (${(bytes / 1e6).toFixed(bytes < 1e5 ? 3 : 1)} MB)`, ...notes].join("; ");

/** What came, what was there already, what did not come and how to get it by hand. */
export function describeOutcome({delivered, missed}: Outcome): string {
  const came = delivered.filter(({outcome}) => outcome === "came");
  const kept = delivered.filter(({outcome}) => outcome === "kept");
  const parts = [
    `${came.length} files came, ${kept.length} were there already, ${missed.length} did not come.`,
    ...list("came", came.map(describeDelivered)),
    ...list(
      "did not come",
      missed.map(({what, why, fix, by_hand}) =>
        [
          what,
          `why: ${why}`,
          `fix: ${fix}`,
          ...(by_hand ? [`by hand: ${by_hand.page}`, `  ${by_hand.click}`, `  put it in ${by_hand.put}`] : [])
        ].join("\n      ")
      )
    )
  ];
  return parts.join("\n");
}

const list = (title: string, items: readonly string[]): string[] =>
  items.length ? ["", `${title}:`, ...items.map((item) => `  ${item}`)] : [];
