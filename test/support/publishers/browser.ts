import type {Requested} from "./asked.ts";

/** Whether a request says that it is a browser’s: what some publishers ask for, and no more. */
export const fromBrowser = ({headers}: Requested): boolean => /^Mozilla\/5\.0 /.test(headers["user-agent"] ?? "");
