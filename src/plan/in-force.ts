import {design} from "../design.ts";

/** An analysis plan: what src/design.ts holds. */
export type Design = typeof design;

/**
 * Puts a plan in force in this process: code that reads src/design.ts reads it from now on. Gives back a function that
 * puts the earlier one back. Nothing may keep what it read before; a test holds that no module reads the plan as it loads.
 */
export function putInForce(plan: Design): () => void {
  const earlier = structuredClone(design);
  if (plan !== design) Object.assign(design, structuredClone(plan));
  return () => void Object.assign(design, earlier);
}
