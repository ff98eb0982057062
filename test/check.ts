/** Types, style and layout, side by side: prints what they find, and ends with 1 where any of them found something. */
import {spawn} from "node:child_process";

const cache = "node_modules/.cache";
const checks = [
  ["eslint", "node_modules/eslint/bin/eslint.js", ".", "--cache", "--cache-location", `${cache}/eslint/`],
  ["tsc", "node_modules/typescript/bin/tsc"],
  [
    "prettier",
    "node_modules/prettier/bin/prettier.cjs",
    "--check",
    ".",
    "--log-level",
    "warn",
    "--cache",
    "--cache-location",
    `${cache}/prettier/.prettier-cache`
  ]
];

const run = ([name, ...args]: readonly string[]) =>
  new Promise<{name: string; code: number | null; said: string}>((done) => {
    const said: Buffer[] = [];
    const child = spawn(process.execPath, args);
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part));
    child.on("close", (code) => done({name, code, said: Buffer.concat(said).toString()}));
  });

for (const {name, code, said} of await Promise.all(checks.map(run))) {
  if (code === 0) continue;
  console.log(`${name}:\n${said}`);
  process.exitCode = 1;
}
