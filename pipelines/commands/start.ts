import {runPipeline} from "../pipeline.ts";
import {writeSample} from "../sample.ts";
import {previewSite} from "../site/build.ts";
import type {Command} from "./command.ts";

const sample = "data/sample";
const made = "data/sample-run";

export const startCommand: Command = {
  name: "start",
  about: "a made-up England through the whole pipeline, then the dashboards in a browser",
  options: {
    port: {type: "string", value: "N", about: "where to serve them (3000)"}
  },
  run: async ({port = "3000"}) => {
    await writeSample(sample);
    await runPipeline({from: sample, to: made, log: console.log});
    await previewSite({release: `${made}/release`, port: Number(port)});
  }
};
