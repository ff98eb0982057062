import {numbers, type Table} from "../read/table.ts";

/** With fewer different values than these, how far they are from each other says little. */
const FEWEST = 10;

/**
 * What to say of columns whose least or greatest value is farther from every other than those are from each other:
 * −999 among marks, or one figure in another unit. They are taken as they are.
 */
export const describeFar = (table: Table, columns: readonly string[]): string[] =>
  columns.flatMap((column) => {
    const values = numbers(table, column);
    const different = [...new Set(values)].filter(Number.isFinite).sort((a, b) => a - b);
    const within = different.slice(1, -1);
    if (within.length < FEWEST) return [];
    const [lowest, highest, least, greatest] = [different[0], different.at(-1)!, within[0], within.at(-1)!];
    const far = [
      ...(least - lowest > greatest - least ? [lowest] : []),
      ...(highest - greatest > greatest - least ? [highest] : [])
    ];
    const rest = different.filter((value) => !far.includes(value));
    return far.map((value) => {
      const count = values.filter((other) => other === value).length;
      return `${column} is ${value} in row ${table.row[values.indexOf(value)]}${count > 1 ? ` and ${count - 1} more` : ""}, and from ${rest[0]} to ${rest.at(-1)} elsewhere: leave the cell empty if that stands for none`;
    });
  });
