import {fetchFor} from "../ui/fetch-release.js";
import {tasks, type Task, type Tasks} from "./list-tasks.js";

/** What a page asks of a worker. */
export interface Asked<T extends Task = Task> {
  /** Where the page is. */
  page: string;
  /** By which the answer is known. */
  number: number;
  task: T;
  input: Parameters<Tasks[T]>[0];
}

/** What it answers: what was asked for, or what kept it from that, in words. */
export type Answered = {number: number} & ({found: unknown} | {failed: {name: string; message: string}});

const run = async ({task, input}: Asked): Promise<unknown> => tasks[task](input as never);

addEventListener("message", ({data}: MessageEvent<Asked>) => {
  fetchFor(data.page);
  const {number} = data;
  const answer = (answered: Answered) => postMessage(answered);
  run(data).then(
    (found) => answer({number, found}),
    ({name, message}: Error) => answer({number, failed: {name, message}})
  );
});
