import {stops, type Finding} from "./problem.ts";

const save = "in the spreadsheet choose Save as, “CSV UTF-8 (comma delimited)”, and check that file";

const template = "start from the template: check-list --template prints it";

/** Why a text is no list at all, whatever its name says; null if it may be one. */
export function notAList(text: string): Finding | null {
  if (text.trim() === "") return stops("file_empty", "is empty", template);
  if (text.startsWith("PK\u0003\u0004")) return stops("file_workbook", "is a workbook, not a CSV file", save);
  if (text.startsWith("ÐÏ\u0011à")) return stops("file_workbook", "is an old workbook, not a CSV file", save);
  if (text.startsWith("%PDF")) return stops("file_pdf", "is a PDF, not a CSV file", template);
  if (/^\s*[[{]\s*["{[]/.test(text)) return stops("file_json", "is JSON, not a CSV file", template);
  if (text.startsWith("{\\rtf")) return stops("file_document", "is a document, not a CSV file", template);
  if (/^\s*<(?:!doctype|html|\?xml|table|div|body)/i.test(text)) {
    return stops("file_page", "is a web page, not a CSV file", "download the file itself, not the page about it");
  }
  if (/^(?:ÿþ|þÿ)/.test(text))
    return stops("file_utf16", "is saved as “Unicode text” (UTF-16), not as CSV UTF-8", save);
  if (text.includes("\0")) return stops("file_not_text", "is not text", save);
  return null;
}

/** Whether letters were lost or doubled when the text was saved in one encoding and read in another. */
export const isGarbled = (text: string): boolean => /\ufffd|Ã[\u0080-\u00bf]|â€/.test(text);
