import {createHash} from "node:crypto";

/**
 * What a page may load and run: what lies next to it, and scripts of its own that are named by their hash. Styles may
 * stand on elements, as charts have them; a style runs nothing.
 */
const rules = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self'${scripts.map((hash) => ` '${hash}'`).join("")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'"
  ].join("; ");

function computeHash(script: string): string {
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
}

const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/** The page with its policy in its head, for hosts that send none. The scripts that stand in it are named by their hashes. */
export function withPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) =>
    computeHash(script)
  );
  const policy = rules([...new Set(hashes)]);
  return html.replace(
    /<meta charset="utf-8">/i,
    (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`
  );
}

/** The policy to send with a page: its own, and that it stands in no other’s, which a page cannot say itself. */
export function makePolicy(page: string | null): string {
  const own = page === null ? null : meta.exec(page)?.[1];
  return `${own ?? rules([])}; frame-ancestors 'none'`;
}
