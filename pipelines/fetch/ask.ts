import {errors, request, type Dispatcher} from "undici";
import {openHosts, NO_CONNECTION, REFUSED} from "./hosts.ts";
import {openRateLimiter, type RateLimiter} from "./rate-limiter.ts";
import {publisherAddress} from "./publishers.ts";
import {PublisherError} from "./publisher-error.ts";
import {restAskedFor} from "./waits.ts";
import type {Context} from "./context.ts";
import {waitAfter} from "./waits.ts";

/** What came back: the status, the headers in lower case, and the body, to be read once. */
export interface Answer {
  url: string;
  status: number;
  headers: Record<string, string | undefined>;
  body: Dispatcher.ResponseData["body"];
}

/** One thing to ask of a publisher. */
export interface Question {
  url: string;
  method?: "GET" | "POST";
  body?: string;
  /** Asked anew before every try: what is on disk may have changed since the last. */
  headers?: () => Record<string, string>;
  /** Statuses beyond 200 to 299 that are an answer: 304, 416. */
  also?: readonly number[];
  /** Statuses not to try again, though they may pass. */
  once?: readonly number[];
  /** Whether a 403 is about this one address, and says nothing of the host. */
  may_be_forbidden?: boolean;
}

const REDIRECTS = [301, 302, 303, 307, 308];
const TEMPORARY = [408, 425, 429, 500, 502, 503, 504];
const MOST_REDIRECTS = 5;

const limiters = new WeakMap<Context, RateLimiter>();

/**
 * Asks, and gives the answer to `read`, which must read its body to the end;
 * asks again, after a wait, where the publisher says it is busy or broken, or
 * the connection breaks, even halfway through the body. Redirects are followed
 * to publishers' hosts only.
 *
 * A host that refuses us (403, and no word on why) is left alone for the rest of
 * the run. Throws a PublisherError with the last refusal, a NoConnectionError if
 * no host answers at all, a UserError for an address that is no publisher's, and
 * whatever `read` throws.
 */
export async function ask<T>(question: Question, read: (answer: Answer) => Promise<T>, context: Context): Promise<T> {
  const {limits, random, sleep, publishers} = context;
  const {host} = publisherAddress(question.url, publishers);
  const limiter = limiters.get(context) ?? openRateLimiter(limits, context);
  limiters.set(context, limiter);
  const hosts = openHosts(context);
  for (let tried = 1; ; tried++) {
    try {
      return await limiter(host, async () => {
        hosts.refuseIfLost(host);
        return askOnce(question, read, context);
      });
    } catch (error) {
      if (!(error instanceof PublisherError)) throw error;
      hosts.note(host, error, {forgive: question.may_be_forbidden === true});
      if (!error.temporary || tried >= limits.tries) throw error;
      if (error.status !== null && question.once?.includes(error.status)) throw error;
      const {rest_ms} = error;
      if (rest_ms !== null && rest_ms > limits.longest_rest_ms) throw error;
      await sleep(waitAfter(tried, limits, {random, rest_ms}));
    }
  }
}

async function askOnce<T>(question: Question, read: (answer: Answer) => Promise<T>, context: Context): Promise<T> {
  const answer = await follow(question, context);
  openHosts(context).answered(new URL(answer.url).host);
  try {
    const {status} = answer;
    if ((status >= 200 && status < 300) || question.also?.includes(status)) return await read(answer);
    throw await refusal(answer, context);
  } catch (error) {
    throw connectionBroke(error) ? broken(question.url, error) : error;
  } finally {
    answer.body.on("error", () => undefined).destroy();
  }
}

/** The first answer that is no redirect. */
async function follow(question: Question, context: Context): Promise<Answer> {
  const {publishers, limits, dispatcher, user_agent} = context;
  const {method = "GET", body} = question;
  let url = publisherAddress(question.url, publishers);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const {
      statusCode,
      headers,
      body: came
    } = await request(url, {
      method,
      dispatcher,
      headers: {"user-agent": user_agent, ...question.headers?.()},
      ...(body === undefined ? {} : {body}),
      headersTimeout: limits.headers_ms,
      bodyTimeout: limits.silence_ms,
      signal: AbortSignal.timeout(limits.whole_ms)
    }).catch((error: unknown) => {
      throw broken(url.href, error);
    });
    const answer = {url: url.href, status: statusCode, headers: flat(headers), body: came};
    const {location} = answer.headers;
    if (!REDIRECTS.includes(statusCode) || location === undefined) return answer;
    came.on("error", () => undefined).destroy();
    url = publisherAddress(new URL(location, url).href, publishers, url.href);
  }
  throw new PublisherError(`${question.url} leads on and on: more than ${MOST_REDIRECTS} redirects`);
}

const flat = (headers: Record<string, string | string[] | undefined>): Answer["headers"] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));

async function refusal({url, status, headers, body}: Answer, {now}: Context): Promise<PublisherError> {
  const text = await firstText(body);
  const codes = status === 403 && !text.trimStart().startsWith("{") ? [REFUSED] : readErrorCodes(text);
  const why = codes.length && !codes.includes(REFUSED) ? `: ${codes.join(", ")}` : "";
  return new PublisherError(`${url} answers ${status}${why}`, {
    status,
    codes,
    temporary: TEMPORARY.includes(status),
    rest_ms: restAskedFor(headers["retry-after"], now())
  });
}

async function firstText(body: Answer["body"]): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > 1 << 16) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The codes of a list of errors as Explore Education Statistics sends it; none in a page. */
function readErrorCodes(text: string): string[] {
  if (!text.trimStart().startsWith("{")) return [];
  try {
    const {errors: named} = JSON.parse(text) as {errors?: {code?: string}[]};
    return Array.isArray(named) ? named.flatMap(({code}) => code ?? []) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

const BROKEN =
  /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_SSL|ERR_TLS|CERT_|Z_BUF_ERROR)/;

/** Nobody was reached: the name is not known, or nothing is behind the address, or the way there is closed. */
const UNREACHABLE = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)/;

/** Whether an error is the connection's, not ours. */
function connectionBroke(error: unknown): boolean {
  if (error instanceof PublisherError || !(error instanceof Error)) return false;
  if (error instanceof errors.UndiciError || error.name === "TimeoutError" || error.name === "AbortError") return true;
  return BROKEN.test(String((error as NodeJS.ErrnoException).code ?? ""));
}

function broken(url: string, cause: unknown): PublisherError {
  if (!connectionBroke(cause)) throw cause;
  const {message, code} = cause as NodeJS.ErrnoException;
  const unreachable = UNREACHABLE.test(String(code ?? "")) || /Proxy response/.test(message);
  return new PublisherError(`${url} does not answer to the end: ${message || String(code)}`, {
    temporary: true,
    codes: unreachable ? [NO_CONNECTION] : [],
    cause
  });
}
