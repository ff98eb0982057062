import {UserError} from "../../src/library/errors.ts";

/** A publisher that did not give what was asked for. */
export class PublisherError extends UserError {
  override name = "PublisherError";
  /** The status of the answer; null where there was none, or it was not to be trusted. */
  readonly status: number | null;
  /** Whether the same request may go better later. */
  readonly temporary: boolean;
  /** Milliseconds the publisher asks to be left alone; null if it does not say. */
  readonly rest_ms: number | null;
  /** The codes of the errors the answer names (EES: UnknownField, InvalidValue …). */
  readonly codes: readonly string[];

  constructor(
    message: string,
    {status = null, temporary = false, rest_ms = null, codes = [], fix, ...options}: Partial<Facts> & ErrorOptions = {}
  ) {
    super(message, {
      fix:
        fix ?? (temporary ? "run the same command again later: what came is kept" : "get the file by hand, as listed"),
      ...options
    });
    this.status = status;
    this.temporary = temporary;
    this.rest_ms = rest_ms;
    this.codes = codes;
  }
}

interface Facts {
  status: number | null;
  temporary: boolean;
  rest_ms: number | null;
  codes: readonly string[];
  fix: string;
}
