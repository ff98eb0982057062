import process from "node:process";
import {build} from "@observablehq/framework/dist/build.js";
import {readConfig} from "@observablehq/framework/dist/config.js";
import "./end-with-parent.js";

/**
 * `observable build`, which reads the pages and bundles what they run at once, and waits with the figures until the
 * process that started it says that they lie in Framework’s cache: a message on the channel between the two.
 */
const ready = new Promise((go) => process.once("message", go)).then(() => process.disconnect());
const config = await readConfig();
const {loaders} = config;
const find = loaders.find.bind(loaders);
loaders.find = (path) => {
  const loader = find(path);
  if (!loader || !path.startsWith("/data/")) return loader;
  const load = loader.load.bind(loader);
  loader.load = async (...options) => {
    await ready;
    return load(...options);
  };
  return loader;
};
await build({config});
