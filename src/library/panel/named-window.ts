import {UserError} from "../errors.ts";

/** Event times, both ends included, whose mean is one effect of `aggregate: "phase"`. */
export interface NamedWindow {
  id: string;
  from: number;
  /** Infinity for no end. */
  to: number;
}

/** The windows given; throws a UserError where there is none to average over. */
export function requireWindows(windows: readonly NamedWindow[] | undefined): readonly NamedWindow[] {
  if (windows?.length) return windows;
  throw new UserError("effects by phase need windows of event times", {
    fix: 'give options.windows, such as [{id: "early", from: 0, to: 1}], or another aggregate'
  });
}
