/** “Made on 22 November 2026 with version 0.1.0, plan 521767dd”, as the foot of every page says. */
export const releaseWords = (): string => foot()?.textContent?.trim().replace(/\s+/g, " ") ?? "";

/** When the release was made, as an ISO date; with which version of the code, and which plan. */
export function releaseFacts(): {made: string; version: string; plan: string} {
  const {made = "", version = "", plan = ""} = foot()?.dataset ?? {};
  return {made, version, plan};
}

const foot = (): HTMLElement | null => document.querySelector(".footer .release");
