/**
 * Text of a built page or script whose links between pages name the file,
 * ./time.html, and not ./time: only some hosts find the one when asked for the
 * other, and a folder of files never does. `pages` are the pages' names without
 * their ending; a page in a folder of its own is not linked to.
 */
export function linkToFiles(text: string, pages: readonly string[]): string {
  const names = pages.filter((name) => /^[\w-]+$/.test(name) && name !== "index").join("|");
  if (!names) return text;
  return text
    .replace(new RegExp(`(["'\`])\\./(${names})(?=["'\`?#])`, "g"), "$1./$2.html")
    .replace(/(\bhref=")\.\/(?=["?#])/g, "$1./index.html");
}
