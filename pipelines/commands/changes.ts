import {readFile} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
import {planNumber} from "../plan/number.ts";
import {changesSection, describeNumber, readFigures} from "../validation/changes.ts";
import {readReasons, writeHeadlinesPage} from "../validation/real-headlines.ts";
import {resolveFromPipelines} from "../warehouse.ts";
import type {Command} from "./command.ts";

export const changesCommand: Command = {
  name: "changes",
  about: "what differs between the headlines of two releases, as a section of CHANGELOG.md",
  options: {
    release: {type: "string", value: "DIR", about: "the release (data/sample-run/release)"},
    headlines: {type: "boolean", about: "all of them as a page, with why each verdict is what it is"},
    before: {type: "string", value: "DIR", about: "the earlier one; without it, the number of the present plan"}
  },
  run: async ({release, before, headlines}) => {
    if (before === undefined) {
      if (release !== undefined || headlines !== undefined)
        throw new UserError("there is nothing to compare that release with", {
          fix: "give the earlier release with --before, or no option for the number of the present plan"
        });
      const changelog = await readFile(resolveFromPipelines("../CHANGELOG.md"), "utf8");
      console.log(describeNumber(await planNumber(), changelog));
      return;
    }
    const present = String(release ?? "data/sample-run/release");
    const [is, was] = [await readFigures(present), await readFigures(String(before))];
    if (headlines === true) console.log(writeHeadlinesPage(is, was, await readReasons(present, is)));
    else console.log(changesSection(is, was));
  }
};
