import {design} from "../../design.ts";
import {counted} from "../../vocabulary/format.ts";

/** What a figure rests on. */
export interface Resting {
  schools: number;
  /** Null where unknown; counts only for unpublished data. */
  pupils: number | null;
}

export interface Disclosure {
  release: boolean;
  /** What a reader is shown: a warning, or why there is no figure. */
  words: string | null;
}

/**
 * Whether a figure may be shown. Of rows that are published by school, always, with a warning below three schools; of
 * unpublished or local data only if three schools and eleven pupils or more are behind it.
 */
export function describeDisclosure({schools, pupils}: Resting, data: "published" | "local"): Disclosure {
  const few = schools < design.fewest_schools;
  if (data === "published") {
    return {
      release: true,
      words: few ? `Small numbers: ${counted(schools, "school")}. One school alone can make all of this figure.` : null
    };
  }
  if (!few && pupils !== null && pupils >= design.fewest_pupils) return {release: true, words: null};
  return {
    release: false,
    words: `Not shown: figures from unpublished data need at least ${design.fewest_schools} schools and ${design.fewest_pupils} pupils.`
  };
}
