/* global WebAssembly */
import process from "node:process";
import {closeSync, openSync} from "node:fs";
import {fileURLToPath, URL} from "node:url";

/** Files that a command has open at one time, its database and threads included. */
const FILES = 64;

/**
 * What would stop any command before its own code could say so, as {message, fix}; null where nothing would. Looked at
 * before the code is loaded, with nothing but what Node has built in.
 */
export const findObstacle = () => noFolder() ?? fewFiles() ?? littleMemory();

/** The folder that the command was given in may have been deleted since. */
function noFolder() {
  try {
    process.cwd();
    return null;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return {message: "the folder that this shell stands in is gone", fix: "go to another (cd), then run again"};
  }
}

function fewFiles() {
  const opened = [];
  const here = fileURLToPath(new URL(import.meta.url));
  try {
    while (opened.length < FILES) opened.push(openSync(here));
    return null;
  } catch (error) {
    if (error.code !== "EMFILE" && error.code !== "ENFILE") throw error;
    return {
      message: `too few files may be open at one time: ${opened.length} more, where a command takes ${FILES}`,
      fix: "close other programs or raise the limit (ulimit -n 1024), then run again"
    };
  } finally {
    for (const file of opened) closeSync(file);
  }
}

/** WebAssembly, which Node itself runs on, sets addresses aside by the gigabyte: the first thing to fail. */
function littleMemory() {
  try {
    void new WebAssembly.Memory({initial: 1});
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      message: "this shell allows a program too little memory",
      fix: "raise the limit (ulimit -v unlimited), then run again"
    };
  }
}
