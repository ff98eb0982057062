import {planNumber} from "../plan/number.ts";
import {changesSection, readFigures} from "../validation/changes.ts";
import type {Command} from "./command.ts";

export const changesCommand: Command = {
  name: "changes",
  about: "what differs between the headlines of two releases, as a section of CHANGELOG.md",
  options: {
    release: {type: "string", value: "DIR", about: "the release (data/sample-run/release)"},
    before: {type: "string", value: "DIR", about: "the earlier one; without it, the number of the present plan"}
  },
  run: async ({release = "data/sample-run/release", before}) => {
    if (before === undefined) {
      console.log(`The present plan is ${await planNumber()}: the number that stands first in CHANGELOG.md.`);
      return;
    }
    console.log(changesSection(await readFigures(String(release)), await readFigures(String(before))));
  }
};
