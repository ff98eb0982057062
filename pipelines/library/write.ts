import {buildLibrary} from "./build.ts";

await buildLibrary(process.cwd());
