import {dirname, join} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import {phases} from "../../src/published-files/origin.ts";
import type {Context} from "../fetch/context.ts";
import {fetchSources, planTasks, type FetchOptions, type Outcome} from "../fetch/fetch.ts";
import {defaultContext} from "../fetch/default-context.ts";
import {showProgress} from "../fetch/progress.ts";
import {describeOutcome, describeTask, describeTotal} from "../fetch/report.ts";
import {newestYear, readDay, readYears} from "../fetch/years.ts";
import {readSources} from "../sources.ts";
import type {Command} from "./command.ts";

type Run = Command["run"];

/** How many academic years the pages show. */
const YEARS_OF_THE_PAGES = 10;

/** Without the register no school is known, and the pipeline does not begin. */
const NEEDED = ["gias_establishments"];

/** Fetches what the options say, or with --dry-run says what that would be. */
export const runFetch: Run = async (
  {to = "data/raw", need, all, phase, years, today, "dry-run": dryRun, ...flags},
  only
) => {
  const clock = await defaultContext(process.env);
  const shift = today === undefined ? 0 : readDay(String(today)) - clock.now();
  const context = {...clock, now: () => clock.now() + shift};
  const newest = newestYear(context.now());
  const everything =
    all === true || only.length > 0 || chooseOne("--need", need ?? "dashboards", ["dashboards", "all"]) === "all";
  const options: FetchOptions = {
    sources: await readSources(),
    only,
    years:
      years !== undefined
        ? readYears(String(years))
        : everything
          ? null
          : {first: newest - YEARS_OF_THE_PAGES + 1, last: newest},
    phase: phase === undefined ? null : chooseOne("--phase", phase, phases),
    extras: everything,
    to: String(to),
    lock: join(dirname(String(to)), "sources.lock.json"),
    frozen: flags.frozen === true,
    again: flags.again === true,
    any_size: flags["any-size"] === true,
    metadata: flags.metadata === true
  };
  if (dryRun === true) {
    const tasks = planTasks(options, context);
    console.log(tasks.map((task) => `  ${describeTask(task)}`).join("\n"));
    console.log(`\n${describeTotal(tasks)}; nothing was asked for`);
    await context.dispatcher.close();
    return;
  }
  await fetchAndReport(options, context);
};

/**
 * Fetches, and prints what came, what did not and what to do next. Throws a
 * UserError where the pipeline could not begin with what is there.
 */
export async function fetchAndReport(options: FetchOptions, context: Context): Promise<void> {
  const progress = showProgress(process.stderr, console.error);
  const outcome = await fetchSources(options, context, progress).finally(async () => {
    progress.end();
    await context.dispatcher.destroy();
  });
  console.log(describeOutcome(outcome));
  refuseWithoutNeeded(outcome, options);
  const lost = outcome.missed.length ? ` (without the ${outcome.missed.length} that did not come)` : "";
  console.log(`\nnext: npm run pav -- pipeline --from ${options.to}${lost}`);
}

/** Throws a UserError where the pipeline could not begin, or where something asked for by name, or by the lock, did not come. */
function refuseWithoutNeeded({delivered, missed}: Outcome, {only, frozen}: FetchOptions): void {
  if (missed.length === 0) return;
  const held = new Set(delivered.map(({path}) => path.split("/")[0]));
  const lacking = (only.length ? only : NEEDED).filter((id) => !held.has(id));
  const fix = "see the list above: it says how to get it by hand";
  if (delivered.length === 0) throw new UserError("nothing came", {fix});
  if (frozen) throw new UserError(`${missed.length} of the files did not come`, {fix: "see the list above"});
  if (lacking.length) throw new UserError(`${lacking.join(", ")} did not come`, {fix});
}

function chooseOne<T extends string>(option: string, given: unknown, among: readonly T[]): T {
  const one = among.find((name) => name === given);
  if (one === undefined)
    throw new UserError(`${option} cannot be “${String(given)}”`, {fix: `choose from ${among.join(", ")}`});
  return one;
}
