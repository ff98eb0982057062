/** Text without spaces or capitals: how postcodes and LAESTABs are compared. */
export const solidText = (text: string): string => text.replace(/\s+/g, "").toLowerCase();

/** What somebody searches by. */
export type SearchForm = "urns" | "laestab" | "urn" | "postcode" | "words";

/** What a search in plain text is by: several URNs, a LAESTAB as it is written (500/4001, 500 4001, 5004001), … */
export function findForm(plain: string): SearchForm {
  if (/^\d{5,6}( \d{5,6})+$/.test(plain)) return "urns";
  if (/^\d{3} ?\d{4}$/.test(plain)) return "laestab";
  if (/^\d{5,6}$/.test(plain)) return "urn";
  return /^[a-z]{1,2}\d[a-z\d]?(\d[a-z]{0,2})?$/.test(solidText(plain)) ? "postcode" : "words";
}
