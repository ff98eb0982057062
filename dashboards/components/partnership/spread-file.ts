import {collectRows} from "../ui/collect-rows.js";
import type {Across, PackedAcross, SpreadFile} from "../ui/release.js";

/** How far partnerships differ under both assumptions, a row each as charts take them. */
export const openSpread = ({
  across: {same_trend, same_past}
}: Pick<SpreadFile, "across">): {
  same_trend: Across;
  same_past: Across;
} => ({same_trend: open(same_trend), same_past: open(same_past)});

const open = ({units, ...rest}: PackedAcross): Across => ({...rest, units: collectRows({columns: units})});
