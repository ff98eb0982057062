import {dirname, join} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import {fetchSources, planTasks, type FetchOptions} from "../fetch/fetch.ts";
import {showProgress} from "../fetch/progress.ts";
import {describeTask, describeOutcome} from "../fetch/report.ts";
import {defaultContext} from "../fetch/default-context.ts";
import {readYears} from "../fetch/years.ts";
import {readSources} from "../sources.ts";
import type {Command} from "./command.ts";

export const fetchCommand: Command = {
  name: "fetch",
  about: "download the published files that are missing or have changed",
  positionals: [
    {name: "SOURCE", about: "which ones, by the names of the folders in pipelines/sources (all)", many: true}
  ],
  options: {
    to: {type: "string", value: "DIR", about: "where they go, and the list of them beside it (data/raw)"},
    years: {
      type: "string",
      value: "2011-2025",
      about: "the academic years, by the year they end, of what comes by the year"
    },
    "dry-run": {type: "boolean", about: "say what would be asked for, and ask nobody"},
    frozen: {type: "boolean", about: "exactly the files of the list, byte for byte, and nothing else"},
    again: {type: "boolean", about: "ask for everything anew, also what is there"},
    "any-size": {type: "boolean", about: "take files that are half or twice as large as they were"},
    metadata: {type: "boolean", about: "the publisher’s lists of the columns of performance tables, too"}
  },
  run: async ({to = "data/raw", years, "dry-run": dryRun, frozen, again, "any-size": anySize, metadata}, only) => {
    const options: FetchOptions = {
      sources: await readSources(),
      only,
      years: years === undefined ? null : readYears(String(years)),
      to: String(to),
      lock: join(dirname(String(to)), "sources.lock.json"),
      frozen: frozen === true,
      again: again === true,
      any_size: anySize === true,
      metadata: metadata === true
    };
    const context = await defaultContext(process.env);
    if (dryRun === true) {
      const tasks = planTasks(options, context);
      console.log(tasks.map((task) => `  ${describeTask(task)}`).join("\n"));
      console.log(`\n${tasks.length} things to fetch; nothing was asked for`);
      return;
    }
    const progress = showProgress(process.stderr, console.error);
    const outcome = await fetchSources(options, context, progress).finally(() => progress.end());
    await context.dispatcher.close();
    console.log(describeOutcome(outcome));
    if (outcome.missed.length) {
      throw new UserError(`${outcome.missed.length} of the files did not come`, {fix: "see the list above"});
    }
    console.log(`\nnext: npm run pav -- pipeline --from ${options.to}`);
  }
};
