import process from "node:process";
import {load} from "./load.js";

/** node pipelines/entry.js ENTRY [ARGUMENTS]: runs a module that load.js compiles, as a process of its own. */
const [entry] = process.argv.splice(2, 1);
await load(entry);
