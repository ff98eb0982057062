import {randomLcg, randomNormal, range} from "d3";
import {readBlock, type BlockPanel} from "../../src/library/panel/block-panel.ts";

interface MadeBlock {
  comparators?: number;
  treated?: number;
  before?: number;
  after?: number;
  effect?: number;
  noise?: number;
  seed?: number;
}

/** Units that follow two hidden trends, each in its own mix, at levels of their own; the treated are mixes of the rest. */
export function madeBlock({
  comparators = 12,
  treated = 1,
  before = 15,
  after = 5,
  effect = 0,
  noise = 0.2,
  seed = 0.4
}: MadeBlock = {}): BlockPanel {
  const normal = randomNormal.source(randomLcg(seed))(0, 1);
  const periods = range(before + after);
  const trends = [periods.map((t) => t / 5 + normal() / 3), periods.map((t) => Math.sin(t / 3) + normal() / 3)];
  const rows = range(comparators + treated).flatMap((unit) => {
    const isTreated = unit >= comparators;
    const mix = isTreated ? [1, 1] : [1 + normal(), 1 + normal()];
    const level = isTreated ? 2 : 2 * normal();
    return periods.map((t) => ({
      id: `u${String(unit).padStart(3, "0")}`,
      time: 2000 + t,
      treated: isTreated && t >= before ? 1 : 0,
      outcome:
        level +
        mix[0] * trends[0][t] +
        mix[1] * trends[1][t] +
        noise * normal() +
        (isTreated && t >= before ? effect : 0)
    }));
  });
  return readBlock(
    {
      id: rows.map(({id}) => id),
      time: Float64Array.from(rows, ({time}) => time),
      treated: Float64Array.from(rows, (row) => row.treated),
      outcome: Float64Array.from(rows, ({outcome}) => outcome)
    },
    {file: "made", row: range(2, rows.length + 2)}
  );
}

/** The panel with each outcome changed, given its unit and period as indexes. */
export const withOutcomes = (
  panel: BlockPanel,
  change: (outcome: number, unit: number, period: number) => number
): BlockPanel => ({
  ...panel,
  outcome: panel.outcome.map((value, i) =>
    change(value, Math.floor(i / panel.periods.length), i % panel.periods.length)
  )
});
