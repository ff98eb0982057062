import {plainName} from "../published-files/recognise.ts";

const TITLE_ROWS = 9;

const marks = ["partnership_id", "partnership_kind", "date_precision"];

/** Whether a text begins as a list made from the template does, with its own columns: then it is held to the template. */
export const isInForm = (text: string): boolean =>
  text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/, TITLE_ROWS + 1)
    .map((line) => line.split(/[,;\t]/).map((name) => plainName(name.replaceAll('"', ""))))
    .some((names) => marks.every((name) => names.includes(name)));
