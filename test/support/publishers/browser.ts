import type {Asked} from "./asked.ts";

/** Whether a request says that it is a browser’s: what some publishers ask for, and no more. */
export const fromBrowser = ({headers}: Asked): boolean => /^Mozilla\/5\.0 /.test(headers["user-agent"] ?? "");
