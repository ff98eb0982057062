import {existsSync} from "node:fs";
import {readdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import {linkToFiles} from "./file-links.ts";
import {withPolicy} from "./policy.ts";

/**
 * Gives every page of a built site what Framework has no option for, then checks that the site
 * stands on its own. Framework prints a page's errors into the page, leaves an import that it
 * cannot resolve as it is, and reports success for both, so a broken page has to be found here.
 * Returns the number of pages; throws a UserError that lists every problem.
 */
export async function finish(site: string): Promise<number> {
  const problems: string[] = [];
  let pages = 0;
  const names = await readdir(site, {recursive: true});
  const linked = names.flatMap((name) => (name.endsWith(".html") ? name.slice(0, -".html".length) : []));
  for (const name of names) {
    if (!/\.(html|js|css)$/.test(name)) continue;
    const file = join(site, name);
    let text = await readFile(file, "utf8");
    if (name.endsWith(".html")) {
      pages += 1;
      text = withPolicy(linkToFiles(withManners(text), linked));
      await writeFile(file, text);
    } else if (name.endsWith(".js") && !name.startsWith("_observablehq") && !name.startsWith("_node")) {
      const named = linkToFiles(text, linked);
      if (named !== text) await writeFile(file, named);
      text = named;
    }
    for (const problem of [...findErrors(text, name), ...findImports(text, file, site), ...findHosts(text)]) {
      problems.push(`${relative(site, file)}: ${problem}`);
    }
  }
  if (pages === 0) problems.push("no page was built");
  if (problems.length > 0) {
    const listed = problems.slice(0, 20).join("\n");
    throw new UserError(`the site does not stand on its own (${problems.length} problems)\n${listed}`, {
      fix: "mend the page or component named; a package that pages import belongs in pipelines/site/prepare.ts"
    });
  }
  return pages;
}

/**
 * A language, text that a reader may enlarge, and a way past the header for those who come by keyboard. When a loader
 * was run is no part of a page: the same release gives the same bytes.
 */
function withManners(html: string): string {
  return html
    .replace(/(registerFile\([^\n]*),"lastModified":\d+/g, "$1")
    .replace("<html>", '<html lang="en-GB">')
    .replace(", maximum-scale=1", "")
    .replace(
      '<div id="observablehq-center">',
      '<a class="skip" href="#observablehq-main">Skip to the content</a>\n<div id="observablehq-center">'
    );
}

function* findErrors(text: string, name: string): Generator<string> {
  if (!name.endsWith(".html")) return;
  for (const [, message] of text.matchAll(/observablehq--error">([^<]*)/g)) yield `error on the page: ${message}`;
}

function* findImports(text: string, file: string, site: string): Generator<string> {
  for (const [, to] of text.matchAll(/\b(?:from|import)\s*\(?\s*"([\w@./:?=&%+-]+)"/g)) {
    if (/^\.{0,2}\//.test(to)) {
      // Framework's client names files of libraries that it copies only when a page uses them.
      if (file.includes("/_observablehq/")) continue;
      const target = to.startsWith("/") ? join(site, to) : join(dirname(file), to);
      if (!existsSync(target)) yield `imports ${to}, which is not in the site`;
    } else yield `imports ${to}, which a browser cannot find`;
  }
}

function* findHosts(text: string): Generator<string> {
  const fetching =
    /(?:<(?:link|script|img|iframe|source)\b[^>]*?\b(?:href|src)="|url\(["']?|@import\s+["'])((?:https?:)?\/\/[^"')]+)/g;
  for (const [, address] of text.matchAll(fetching)) yield `fetches ${address} from another host`;
}
