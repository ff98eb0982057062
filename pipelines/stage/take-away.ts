import {quoteName, type Warehouse} from "../warehouse.ts";

/**
 * Takes columns of a staged table away in the rows where a condition holds, because what stands there cannot be: the
 * reason is `impossible`. A cell without a figure keeps its own reason.
 */
export async function takeAway(
  warehouse: Warehouse,
  table: string,
  names: readonly string[],
  where: string
): Promise<void> {
  const without = names.map((name) => {
    const [own, missing] = [quoteName(name), quoteName(`${name}_missing`)];
    return `${own} = null, ${missing} = if(${own} is null, ${missing}, 'impossible')`;
  });
  await warehouse.run(`update ${table} set ${without.join(", ")} where ${where}`);
}
