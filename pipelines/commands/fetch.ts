import {phases} from "../../src/published-files/origin.ts";
import type {Command} from "./command.ts";

export const fetchCommand: Command = {
  name: "fetch",
  about: "download the published files that are missing or have changed",
  positionals: [
    {name: "SOURCE", about: "which ones, by the names of the folders in pipelines/sources (all)", many: true}
  ],
  options: {
    to: {type: "string", value: "DIR", about: "where they go, and the list of them beside it (data/raw)"},
    need: {
      type: "string",
      value: "dashboards",
      about: "what the pages use, ten years of it (this is what comes without options)"
    },
    all: {type: "boolean", about: "all sources, and all years"},
    phase: {type: "string", value: "secondary", about: `one phase alone: ${phases.join(", ")}`},
    years: {
      type: "string",
      value: "2011-2025",
      about: "the academic years, by the year they end, of what comes by the year"
    },
    today: {type: "string", value: "2027-03-01", about: "as if it were that day"},
    "dry-run": {
      type: "boolean",
      about: "say what would be asked for, how much it is and how long it takes, and ask nobody"
    },
    frozen: {type: "boolean", about: "exactly the files of the list, byte for byte, and nothing else"},
    again: {type: "boolean", about: "ask for everything anew, also what is there"},
    "any-size": {type: "boolean", about: "take files that are half or twice as large as they were"},
    metadata: {type: "boolean", about: "the publisher’s lists of the columns of performance tables, too"}
  },
  run: async (values, only) => {
    const {runFetch} = await import("./run-fetch.ts");
    await runFetch(values, only);
  }
};
