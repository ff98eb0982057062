import {readFile} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
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
    const {changesSection, describeNumber, readFigures} = await import("../validation/changes.ts");
    if (before === undefined) {
      if (release !== undefined || headlines !== undefined)
        throw new UserError("there is nothing to compare that release with", {
          fix: "give the earlier release with --before, or no option for the number of the present plan"
        });
      const {planNumber} = await import("../plan/number.ts");
      const {resolveFromPipelines} = await import("../warehouse.ts");
      const changelog = await readFile(resolveFromPipelines("../CHANGELOG.md"), "utf8");
      console.log(describeNumber(await planNumber(), changelog));
      return;
    }
    const present = String(release ?? "data/sample-run/release");
    const [is, was] = [await readFigures(present), await readFigures(String(before))];
    const {readReasons, writeHeadlinesPage} = await import("../validation/real-headlines.ts");
    if (headlines === true) console.log(writeHeadlinesPage(is, was, await readReasons(present, is)));
    else console.log(changesSection(is, was));
  }
};
