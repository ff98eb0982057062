import {readShared, shareList, type ReadShared, type SharedList} from "school-partnerships/your-schools";
import {forget, recall, remember} from "./browser-memory.js";

const KEY = "school-partnerships: your schools";
const TYPED = "school-partnerships: typed in the pack of ";

const OWN_LIST = "your schools";

/** What stands for a list of this browser where a body would have its id. */
export const nameOwnList = (name: string): string => `${OWN_LIST}: ${name}`;

/** What stands where this browser keeps nothing. */
export const KEEPS_NOTHING = "This browser keeps nothing: what is here is gone when the page is closed.";

/** The list in the address, after its #, with what is wrong with it; else the one kept in this browser. */
export function keptList(): ReadShared {
  const shared = readShared(location.hash);
  return shared.list || shared.problem ? shared : readShared(recall(KEY) ?? "");
}

/** Whether a list came with the address while this browser keeps another: looking at the one must not lose the other. */
export function keepsAnother(): boolean {
  const came = readShared(location.hash).list;
  const {list} = readShared(recall(KEY) ?? "");
  return came !== null && list !== null && shareList(came) !== shareList(list);
}

/** Keeps the list in this browser alone. Returns whether it could. */
export const keepList = (list: SharedList): boolean => remember(KEY, shareList(list));

/** Opens the page anew when a list is put into its address by hand. */
export function followAddress(): void {
  addEventListener("hashchange", () => {
    const {list, problem} = readShared(location.hash);
    if (list || problem) location.reload();
  });
}

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
    const kept: unknown = JSON.parse(recall(TYPED + id) ?? "null");
    const {did, met}: {did?: unknown; met?: unknown} = Object(kept);
    return {
      did: typeof did === "string" ? did : "",
      met: Object.fromEntries(
        Object.entries(Object(met)).flatMap(([part, is]) => (typeof is === "boolean" ? [[part, is]] : []))
      )
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {did: "", met: {}};
  }
}

/** Keeps what was typed in this browser alone. Returns whether it could. */
export const keepTyped = (id: string, typed: Typed): boolean => remember(TYPED + id, JSON.stringify(typed));

/**
 * Forgets the list, and what was typed in packs of lists: in this browser and in the address. Of a list that came with
 * the address the address alone, where this browser keeps another. Returns whether it still does.
 */
export function forgetList(): boolean {
  const isAnother = keepsAnother();
  if (!isAnother) {
    forget(KEY);
    forget(TYPED + OWN_LIST);
  }
  history.replaceState(history.state, "", location.pathname + location.search);
  return isAnother;
}
