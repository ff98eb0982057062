import {execFile} from "node:child_process";
import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {resolveFromPipelines} from "../warehouse.ts";

const SOURCE = resolveFromPipelines("../src/analysis/kernels/assembly/index.ts");
const COMPILER = resolveFromPipelines("../node_modules/assemblyscript/bin/asc.js");

/** Where the compiled kernels are kept, as a module, so that whoever estimates needs no compiler. */
export const COMPILED = resolveFromPipelines("../src/analysis/kernels/compiled.ts");

/** Without a runtime or checks of its own, two numbers at a time, in the memory that whoever starts it brings. */
const OPTIONS = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--importMemory"];

/** The module that holds the kernels as WebAssembly, compiled from their AssemblyScript. Throws what the compiler says of a fault. */
export async function compileKernels(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kernels-"));
  try {
    const file = join(folder, "kernels.wasm");
    await promisify(execFile)(process.execPath, [COMPILER, SOURCE, "--outFile", file, ...OPTIONS]);
    const text = (await readFile(file)).toString("base64");
    return `/** assembly/index.ts as WebAssembly, in base 64; \`npm run kernels\` writes it. */\nexport const compiled =\n  "${text}";\n`;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
