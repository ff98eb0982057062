import {register} from "tsx/esm/api";

register();
export const {compareKind} = await import("./compare-kind.ts");
export const {estimateRole} = await import("./estimate/estimate-role.ts");
