import type {ResultIndex} from "../../src/release/result-index.ts";
import {lightIndex} from "./light-index.ts";
import {readRelease} from "./read-release.ts";

const index = JSON.parse(await readRelease("results")) as ResultIndex;

process.stdout.write(JSON.stringify(lightIndex(index)));
