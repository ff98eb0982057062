import {readShared, shareList, type SharedList} from "school-partnerships/your-schools";

const KEY = "school-partnerships: your schools";
const TYPED = "school-partnerships: typed in the pack of ";

/** What stands for the list of this browser where a body would have its id. */
export const OWN_LIST = "your schools";

/** The list in the address, after its #; else the one kept in this browser; null where there is neither. */
export const keptList = (): SharedList | null =>
  readShared(location.hash) ?? readShared(localStorage.getItem(KEY) ?? "");

/** Keeps the list in this browser alone. */
export const keepList = (list: SharedList): void => localStorage.setItem(KEY, shareList(list));

/** Puts the list into the address: what stands after # is sent nowhere. */
export function putInAddress(list: SharedList): void {
  history.replaceState(history.state, "", `#${shareList(list)}`);
}

/** What somebody typed and ticked in a pack. */
export interface Typed {
  did: string;
  /** By part of the definition. */
  met: Record<string, boolean>;
}

/** What was typed in the pack of a body, or of the list of this browser; nothing where what is kept cannot be read. */
export function readTyped(id: string): Typed {
  try {
    const {did = "", met = {}} = JSON.parse(localStorage.getItem(TYPED + id) ?? "{}") as Partial<Typed>;
    return {did, met};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {did: "", met: {}};
  }
}

/** Keeps what was typed in this browser alone. */
export const keepTyped = (id: string, typed: Typed): void => localStorage.setItem(TYPED + id, JSON.stringify(typed));

/** Forgets the list, and what was typed in its pack: in this browser and in the address. */
export function forgetList(): void {
  localStorage.removeItem(KEY);
  localStorage.removeItem(TYPED + OWN_LIST);
  history.replaceState(history.state, "", location.pathname + location.search);
}
