import {printRelease} from "./read-release.ts";

await printRelease("programme_costs");
