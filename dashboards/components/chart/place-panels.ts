/** Between panels, in px. */
export const PANEL_GAP = 24;

/** No panel of a role is wider, and three stand next to each other where each has what a phone gives it. */
const [WIDEST, TWO, THREE] = [760, 700, 1060];

/** How many panels of roles stand next to each other in so much room, and how wide each is, in px. */
export function placePanels(width: number, count: number): {across: number; each: number} {
  const most = width >= THREE ? 3 : width >= TWO ? 2 : 1;
  const across = Math.max(1, Math.min(most, count));
  return {across, each: Math.min(Math.floor((width - PANEL_GAP * (across - 1)) / across), WIDEST)};
}
