/** “380/4001”, “380-4001”, “3804001”, also with .0 at its end → "380/4001"; null where it is none. */
export function readLaestab(text: string): string | null {
  const match = /^([2-9]\d{2})\s?[/-]?\s?(\d{4})(?:\.0+)?$/.exec(text.trim());
  return match && `${match[1]}/${match[2]}`;
}
