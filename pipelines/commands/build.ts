import type {Command} from "./command.ts";

export const buildCommand: Command = {
  name: "build",
  about: "build the dashboards from a release, into dist",
  options: {
    release: {type: "string", value: "DIR", about: "the release (data/release)"},
    output: {type: "string", value: "DIR", about: "where the site goes (dist)"}
  },
  run: async ({release = "data/release", output = "dist"}) => {
    const {buildSite} = await import("../site/build.ts");
    await buildSite({release: String(release), output: String(output)});
  }
};
