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
// Sources stand still while they are built: what Framework works out of a module at each import of it is worked out once.
for (const name of ["getModuleHash", "getLocalModuleHash", "resolveImportPath"]) {
  const ask = loaders[name].bind(loaders);
  const known = new Map();
  loaders[name] = (path) => {
    if (!known.has(path)) known.set(path, ask(path));
    return known.get(path);
  };
}
await build({config});
