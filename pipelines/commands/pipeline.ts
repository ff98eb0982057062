import {parseAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {UserError} from "../../src/library/errors.ts";
import {isDate, stages, type Stage} from "../../src/published-files/file-name.ts";
import type {Said} from "../../src/published-files/placed-in-time.ts";
import {printable} from "../tables/printable.ts";
import type {Command} from "./command.ts";
import {readFile} from "node:fs/promises";
import {readPlan} from "../../src/plan/read-plan.ts";

export const pipelineCommand: Command = {
  name: "pipeline",
  about: "read a folder of published files and make the release the dashboards show",
  options: {
    from: {type: "string", value: "DIR", about: "the folder, at any depth, zipped or not (data/raw)"},
    to: {type: "string", value: "DIR", about: "where the release and the warehouse go (data)"},
    year: {type: "string", value: "2018/19", about: "the academic year of files whose names do not say"},
    stage: {type: "string", value: "STAGE", about: "provisional, revised or final, of files whose names do not say"},
    snapshot: {type: "string", value: "2018-05-01", about: "the date of extracts whose names do not say"},
    accept: {
      type: "string",
      value: "FILE",
      about: "a table of your own to be read as if it were published; several with ; between"
    },
    plan: {
      type: "string",
      value: "FILE",
      about: "another plan: JSON with the entries of src/design.ts to replace; the release says so"
    },
    strict: {type: "boolean", about: "stop at anything strange, instead of leaving it out and saying so"},
    describe: {type: "boolean", about: "describe only: leave out what joining added, which takes longest"}
  },
  run: async ({from = "data/raw", to = "data", accept = "", plan, strict = false, describe = false, ...said}) => {
    const places = {from: String(from), to: String(to)};
    const {runPipeline} = await import("../run.ts");
    await runPipeline({
      ...places,
      said: readSaid(said),
      accept: String(accept)
        .split(";")
        .map((name) => name.trim())
        .filter(Boolean),
      ...(plan === undefined ? {} : {plan: readPlan(await readNamed(String(plan)), String(plan))}),
      strict: strict === true,
      estimated: describe ? "left out" : "made",
      log: (line) => console.log(printable(line))
    });
  }
};

async function readNamed(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: Error) => {
    throw new UserError(`${file} cannot be read`, {fix: "give --plan the path of a JSON file", cause});
  });
}

function readSaid({year, stage, snapshot}: Record<string, string | boolean | undefined>): Said {
  if (stage !== undefined && !stages.includes(stage as Stage)) {
    throw new UserError(`no stage called “${String(stage)}”`, {fix: `choose from ${stages.join(", ")}`});
  }
  if (snapshot !== undefined && !isDate(String(snapshot))) {
    throw new UserError(`not a date: “${String(snapshot)}”`, {fix: "write it as 2018-05-01"});
  }
  return {
    ...(year === undefined ? {} : {year: parseAcademicYear(String(year))}),
    ...(stage === undefined ? {} : {stage: stage as Stage}),
    ...(snapshot === undefined ? {} : {snapshot: String(snapshot)})
  };
}
