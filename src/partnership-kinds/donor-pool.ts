/** TEMP until roles land */
const governance = new Set(["multi_academy_trust", "federation", "foundation_trust", "umbrella_trust", "single_academy_trust", "sponsor"]);
export const isGovernance = (id: string): boolean => id.startsWith("governance") || governance.has(id);
export const donorPoolOf = (kind: string, role: string): string =>
  governance.has(kind) ? (role === "supporter" ? "governance_supporter" : "governance") : role === "supporter" ? `${kind}_supporter` : kind;
