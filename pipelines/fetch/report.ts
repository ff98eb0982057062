import {group} from "d3";
import {sayPattern} from "../../src/published-files/file-pattern.ts";
import type {Outcome} from "./fetch.ts";
import type {Delivered} from "./run.ts";
import type {Task} from "./tasks.ts";

/** What a task would ask for: its address, or how it is found, and about how much that is. */
export function describeTask(task: Task): string {
  const size = task.megabytes === null ? "size not known" : `about ${Math.ceil(task.megabytes)} MB`;
  const expected = "expected" in task && !task.expected ? "; may not be published yet" : "";
  return `${task.what} (${size}${expected})\n    ${task.kind === "archive" ? task.url : describePlace(task)}`;
}

function describePlace(task: Exclude<Task, {kind: "archive"}>): string {
  if (task.kind === "register") {
    return `the newest daily extract named ${task.origin.name}, back to thirty days ago`;
  }
  if (task.kind === "workbook")
    return `the workbook ${task.origin.file.replace("YEAR", task.what.split(" ")[1].replace("/", "-"))}`;
  if (task.kind === "govuk") {
    const names = task.wanted.map(
      ({file, take}) => `${sayPattern(file)}${take === "all" ? "" : " (the newest, and each August’s)"}`
    );
    return `the attachments of ${task.path} named like ${[...new Set(names)].join(", or ")}`;
  }
  if (task.kind === "rows") {
    const {api_data_set, filters} = task.origin;
    const wanted = Object.entries(filters).map(([column, labels]) => `${column} ${labels.join(" or ")}`);
    return `rows of the version published last of the API data set ${api_data_set}: ${wanted.join("; ")}`;
  }
  const {api_data_set, release, publication, file, title = file} = task.origin;
  const named = `the data file named like ${sayPattern(title)} in ${release ? `the release ${release}` : "the newest release that has it"} of ${publication}`;
  return api_data_set ? `the version published last of the API data set ${api_data_set}; else ${named}` : named;
}

/** Bytes in a second of a slow line, and seconds from one request to the next with all that goes before. */
const BYTES_A_SECOND = 2.5e6;
const SECONDS_A_TASK = 1.5;

/** What a list of tasks comes to: how many, how much, and how long that takes on a line of 20 megabits a second. */
export function describeTotal(tasks: readonly Task[]): string {
  const megabytes = tasks.reduce((sum, task) => sum + (task.megabytes ?? 0), 0);
  const unknown = tasks.filter((task) => task.megabytes === null).length;
  const minutes = (megabytes * 1e6) / BYTES_A_SECOND / 60 + (tasks.length * SECONDS_A_TASK) / 60;
  const more = unknown ? `, and ${unknown} of a size not known` : "";
  return `${tasks.length} things to fetch, about ${Math.ceil(megabytes)} MB${more}: about ${timeWords(minutes)} at 20 megabits a second`;
}

/** One delivered file, in a line. */
export const describeDelivered = ({path, bytes, notes}: Delivered): string =>
  [`${path} (${(bytes / 1e6).toFixed(bytes < 1e5 ? 3 : 1)} MB)`, ...notes].join("; ");

/** What came, what was there already, what is not out yet, what did not come and, once a page, how to get it by hand. */
export function describeOutcome({delivered, not_yet, missed}: Outcome): string {
  const came = delivered.filter(({outcome}) => outcome === "came");
  const kept = delivered.filter(({outcome}) => outcome === "kept");
  const waiting = not_yet.length ? `, ${not_yet.length} not published yet` : "";
  return [
    `${came.length} files came, ${kept.length} were there already, ${missed.length} did not come${waiting}.`,
    ...list("came", came.map(describeDelivered)),
    ...list(
      "not published yet",
      not_yet.map(({what}) => what)
    ),
    ...list("did not come", describeMissed(missed)),
    ...list("by hand", describeByHand(missed))
  ].join("\n");
}

/** What did not come, together where it is for one reason. */
function describeMissed(missed: Outcome["missed"]): string[] {
  const reasons = group(missed, ({why, fix}) => `why: ${why}\n      fix: ${fix}`);
  return [...reasons].map(([reason, lost]) => `${lost.map(({what}) => what).join(", ")}\n      ${reason}`);
}

/** What to do, once a page, with the years in one line. */
function describeByHand(missed: Outcome["missed"]): string[] {
  const advice = missed.flatMap(({by_hand}) => by_hand ?? []);
  return [...group(advice, ({page}) => page)].map(([page, steps]) => {
    const clicks = [...group(steps, ({click}) => click)].map(([click, same]) => {
      const years = [...new Set(same.flatMap(({year}) => year ?? []))];
      const puts = [...new Set(same.map(({put}) => put))];
      const where = puts.length > 2 ? `${puts[0]}, and so on, a folder a year` : puts.join(" and ");
      return `  ${click}${years.length ? `: ${years.join(", ")}` : ""}\n      put it in ${where}`;
    });
    return [page, ...clicks].join("\n    ");
  });
}

const list = (title: string, items: readonly string[]): string[] =>
  items.length ? ["", `${title}:`, ...items.map((item) => `  ${item}`)] : [];

/** “1 minute”, “25 minutes”: whole minutes, and one at least. */
const timeWords = (minutes: number): string => {
  const whole = Math.max(1, Math.round(minutes));
  return `${whole} ${whole === 1 ? "minute" : "minutes"}`;
};
