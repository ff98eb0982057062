import {readShared, shareList, type SharedList} from "school-partnerships/your-schools";

const KEY = "school-partnerships: your schools";

/** The list in the address, after its #; else the one kept in this browser; null where there is neither. */
export const keptList = (): SharedList | null =>
  readShared(location.hash) ?? readShared(localStorage.getItem(KEY) ?? "");

/** Keeps the list in this browser alone. */
export const keepList = (list: SharedList): void => localStorage.setItem(KEY, shareList(list));

/** Puts the list into the address: what stands after # is sent nowhere. */
export function putInAddress(list: SharedList): void {
  history.replaceState(history.state, "", `#${shareList(list)}`);
}

/** Forgets the list: in this browser and in the address. */
export function forgetList(): void {
  localStorage.removeItem(KEY);
  history.replaceState(history.state, "", location.pathname + location.search);
}
