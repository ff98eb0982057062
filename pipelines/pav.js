#!/usr/bin/env node
import process from "node:process";
import {load} from "./load.js";
import {findObstacle} from "./obstacle.js";

const obstacle = findObstacle();
if (obstacle) {
  process.stderr.write(`${obstacle.message}\n\n  fix: ${obstacle.fix}\n\n`);
  process.exitCode = 1;
} else await load("pipelines/cli.ts");
