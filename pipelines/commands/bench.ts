import {families} from "../validation/faults/families.ts";
import {benchParts} from "./bench-parts.ts";
import type {Command} from "./command.ts";

export const benchCommand: Command = {
  name: "bench",
  about:
    "time and memory: reading files beside DuckDB reading the same text untyped, comparing, estimating, making up, opening pages",
  positionals: [
    {
      name: "PART",
      about: `${benchParts.join(", ")} (reading and estimators); scaling uses the first run of country where that is named before it`,
      many: true
    }
  ],
  options: {
    from: {type: "string", value: "DIR", about: "the folder to read (../shared/data, else data/sample)"},
    runs: {type: "string", value: "N", about: "runs of each, in turn (3)"},
    times: {type: "string", value: "N", about: "how often the files are read for England over fifteen years (10)"},
    schools: {type: "string", value: "N", about: "schools of the largest synthetic England that is timed (24000)"},
    release: {
      type: "string",
      value: "DIR",
      about: "the release whose site is built and opened, or whose schools are put on lists (data/sample-run/release)"
    },
    panels: {type: "string", value: "N", about: "panels simulated for each design of coverage (500)"},
    seeds: {type: "string", value: "N", about: "synthetic Englands of each variant of truth (5)"},
    first: {type: "string", value: "N", about: "seed of the first of them (1)"},
    variant: {
      type: "string",
      value: "NAMES",
      about: "variants of the synthetic England for truth, with commas between (all)"
    },
    rows: {
      type: "string",
      value: "DIR",
      about: "where truth keeps each England’s results, to go on from after a stop (nowhere)"
    },
    strict: {type: "boolean", about: "end with an error where truth or calibration fails"},
    draws: {type: "string", value: "N", about: "placebo partnerships of each size of calibration, and lists (1000)"},
    warehouse: {
      type: "string",
      value: "FILE",
      about: "schools.duckdb of a pipeline run, for calibration (data/schools.duckdb)"
    },
    tries: {type: "string", value: "N", about: "faults of each family, ten times as many files of fuzz (20)"},
    family: {type: "string", value: "NAMES", about: `of faults: ${families.join(", ")} (all)`},
    node: {type: "string", value: "FILES", about: "other Nodes to run faults with, by path, with “;” between"},
    keep: {
      type: "string",
      value: "DIR",
      about: "where truth, calibration, lists, country, faults and fuzz keep what came out (data/validation)"
    }
  },
  run: async (values, named) => {
    const {runBench} = await import("./run-bench.ts");
    await runBench(values, named);
  }
};
