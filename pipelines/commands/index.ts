import type {Command} from "./command.ts";
import {pipelineCommand} from "./pipeline.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [pipelineCommand];
