import process from "node:process";

// The pipe on standard input closes when the process that holds its other end is gone.
process.stdin.on("error", () => process.exit(1)).on("end", () => process.exit(1));
process.stdin.resume().unref();
