/** What reads and checks a list that somebody pastes or opens: the page that takes lists alone fetches it. */
export {writeList} from "../lists/write-list.ts";
export {makeLightRegister} from "./light-register.ts";
export {unpackRegister} from "./packed-register.ts";
export {readPasted} from "./paste.ts";
export {readFile} from "./read-file.ts";
export {readYourList} from "./read-list.ts";
export type {Problem} from "../lists/problem.ts";
export type {Register, RegisterSchool} from "../lists/register.ts";
export type {NamedLine} from "./pasted.ts";
export type {ReadFile} from "./read-file.ts";
export type {PackedRegister} from "./packed-register.ts";
export type {CheckedList, Said} from "./read-list.ts";
export type {ReadSheet} from "./read-workbook.ts";
