import {benchCommand} from "./bench.ts";
import {buildCommand} from "./build.ts";
import {checkListCommand} from "./check-list.ts";
import type {Command} from "./command.ts";
import {fetchCommand} from "./fetch.ts";
import {pipelineCommand} from "./pipeline.ts";
import {sampleCommand} from "./sample.ts";
import {startCommand} from "./start.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  sampleCommand,
  fetchCommand,
  pipelineCommand,
  checkListCommand,
  buildCommand,
  benchCommand
];
