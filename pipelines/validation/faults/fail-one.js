import process from "node:process";
import {register} from "tsx/esm/api";

// Loaded before a command: one file operation of the process fails, the one that the environment names; says how many there were.
const unregister = register();
const {failFileOperation} = await import("./failing-files.ts");
await unregister();
const {PAV_FAIL_NTH: nth = "", PAV_FAIL_CODE: code = "EIO"} = process.env;
const failing = failFileOperation(nth === "" ? null : Number(nth), {code});
process.on("exit", () => process.stdout.write(`\nfile operations: ${failing.count}\n`));
