import {awaited} from "./awaited.js";
import {fetchRelease} from "./fetch-release.js";

/** A place on a page for what `draw` makes of a file of the release, once that has been opened. */
export const opening = <T>(path: string, draw: (content: T) => Node): HTMLElement =>
  awaited(async () => draw(await fetchRelease<T>(path)));
