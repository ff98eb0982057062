import {adjustCommand} from "./adjust.ts";
import {baconCommand} from "./bacon.ts";
import {benchCommand} from "./bench.ts";
import {buildCommand} from "./build.ts";
import {changesCommand} from "./changes.ts";
import {checkListCommand} from "./check-list.ts";
import type {Command} from "./command.ts";
import {estimateCommand} from "./estimate.ts";
import {fetchCommand} from "./fetch.ts";
import {matchCommand} from "./match.ts";
import {mdesCommand} from "./mdes.ts";
import {metaCommand} from "./meta.ts";
import {pipelineCommand} from "./pipeline.ts";
import {referenceCommand} from "./reference.ts";
import {sampleCommand} from "./sample.ts";
import {sensitivityCommand} from "./sensitivity.ts";
import {startCommand} from "./start.ts";
import {syntheticCommand} from "./synthetic.ts";
import {wildCommand} from "./wild.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  sampleCommand,
  fetchCommand,
  pipelineCommand,
  checkListCommand,
  buildCommand,
  benchCommand,
  changesCommand,
  estimateCommand,
  wildCommand,
  baconCommand,
  matchCommand,
  syntheticCommand,
  sensitivityCommand,
  metaCommand,
  adjustCommand,
  mdesCommand,
  referenceCommand
];
