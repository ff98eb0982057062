import type {Register, RegisterSchool} from "./register.ts";

/**
 * The school that has a LAESTAB: of several that had it in turn the one that was open on the day, or, of no day, the one
 * that is open or came last. Undefined if none has it.
 */
export function schoolOfLaestab(laestab: string, day: string | null, register: Register): RegisterSchool | undefined {
  const those = register.numbered(laestab);
  const open = ({open_date, close_date}: RegisterSchool) =>
    day !== null && (open_date ?? "") <= day && day <= (close_date ?? "9999");
  return (
    those.find(open) ??
    those.find(({status}) => status.startsWith("Open")) ??
    [...those].sort((a, b) => b.urn - a.urn)[0]
  );
}
