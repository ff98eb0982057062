import {ask, type Question} from "./ask.ts";
import {bounded, isPage, unpacked} from "./body.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Context} from "./context.ts";

/**
 * Asks for JSON. Members not named by the type may be there; those named are
 * for `check` to confirm: it returns what is wrong, or null.
 *
 * Throws a PublisherError for a page in place of JSON, for text that is no
 * JSON, and for JSON that `check` finds wrong.
 */
export async function askJson<T>(
  question: Question,
  check: (value: unknown) => string | null,
  context: Context
): Promise<T> {
  const {limits} = context;
  const headers = (): Record<string, string> => ({
    accept: "application/json",
    "accept-encoding": "gzip",
    ...(question.body === undefined ? {} : {"content-type": "application/json"}),
    ...question.headers?.()
  });
  return ask(
    {...question, headers},
    async (answer) => {
      const pieces: Buffer[] = [];
      for await (const piece of bounded(answer, limits.json_bytes)) pieces.push(piece);
      const bytes = unpacked(Buffer.concat(pieces), answer.url, limits);
      if (isPage(bytes)) throw new PublisherError(`${answer.url} answers with a page, not with data`);
      const value = parse(bytes, answer.url);
      const wrong = check(value);
      if (wrong) throw new PublisherError(`${answer.url} answers with something else: ${wrong}`);
      return value as T;
    },
    context
  );
}

function parse(bytes: Buffer, url: string): unknown {
  try {
    return JSON.parse(bytes.toString("utf8").replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new PublisherError(`${url} answers with damaged JSON`, {temporary: true, cause});
  }
}

/** What an object lacks of the members named, by the type each should have: a tolerant schema, null if it fits. */
export function lacks(
  value: unknown,
  members: Record<string, "string" | "number" | "object" | "array">
): string | null {
  if (typeof value !== "object" || value === null) return "no object";
  const wrong = Object.entries(members).filter(([name, type]) => {
    const member = (value as Record<string, unknown>)[name];
    return type === "array" ? !Array.isArray(member) : member === null || typeof member !== type;
  });
  return wrong.length ? `no ${wrong.map(([name, type]) => `${name} (${type})`).join(", ")}` : null;
}
