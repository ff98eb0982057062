import {writeFile} from "node:fs/promises";
import {COMPILED, compileKernels} from "./compile.ts";

await writeFile(COMPILED, await compileKernels());
