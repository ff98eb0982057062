import {printRelease} from "./read-release.ts";

await printRelease("variances");
