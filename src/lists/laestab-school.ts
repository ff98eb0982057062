import type {Register, RegisterSchool} from "./register.ts";

/**
 * The school that has a LAESTAB: of several that had it in turn the one that was open on the day, or, of no day, the one
 * that is open or came last. Undefined if none has it.
 */
export const schoolOfLaestab = (laestab: string, day: string | null, register: Register): RegisterSchool | undefined =>
  schoolThen(register.numbered(laestab), day);

/** Of schools that came one after another the one that was open on the day, or, of no day, the one that is open or came last. */
export function schoolThen(those: readonly RegisterSchool[], day: string | null): RegisterSchool | undefined {
  const open = ({open_date, close_date}: RegisterSchool) =>
    day !== null && (open_date ?? "") <= day && day <= (close_date ?? "9999");
  return (
    those.find(open) ??
    those.find(({status}) => status.startsWith("Open")) ??
    [...those].sort((a, b) => b.urn - a.urn)[0]
  );
}
