/** The tests, and beside them types, style and layout, whose findings are printed after: ends with 1 where any of them found something. */
import {spawn, type StdioOptions} from "node:child_process";

const run = (args: readonly string[], output: "inherit" | "pipe") =>
  new Promise<{code: number | null; said: string}>((done) => {
    const said: Buffer[] = [];
    const stdio: StdioOptions = ["inherit", output, output];
    const child = spawn(process.execPath, args, {stdio});
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => said.push(part));
    child.on("close", (code) => done({code, said: Buffer.concat(said).toString()}));
  });

const [checked, tested] = await Promise.all([
  run(["--import", "tsx", "test/check.ts"], "pipe"),
  run(["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], "inherit")
]);
if (checked.said) console.log(checked.said);
if (checked.code !== 0 || tested.code !== 0) process.exitCode = 1;
