import {timed} from "./estimators.ts";
import {panel16k} from "./panel-16k.ts";

/**
 * One line of the table of speeds, in a process of its own so that its peak
 * memory is its own. Prints seconds to read the panel and to estimate (the first
 * run, and the median of three), and megabytes, as JSON.
 */
const [id, file] = process.argv.slice(2) as [string, string];
const line = timed.find((one) => one.id === id)!;
const start = performance.now();
const panel = await panel16k(file, line.panel);
const read = (performance.now() - start) / 1000;
const seconds = [0, 1, 2].map(() => {
  const from = performance.now();
  line.run(panel);
  return (performance.now() - from) / 1000;
});
console.log(
  JSON.stringify({
    read,
    first: seconds[0],
    median: seconds.toSorted((a, b) => a - b)[1],
    megabytes: process.resourceUsage().maxRSS / 1024
  })
);
