import {availableParallelism} from "node:os";
import {range} from "d3";
import {MEGABYTES, type Warehouse} from "./warehouse.ts";

/** Of files up to so many bytes altogether a query is done before a second thread has begun on it. */
const SMALL = 100_000_000;

/** Megabytes that the database may hold at most, for large files twice what they have. */
const MOST = 2000;

/** What a database was given. */
export interface MachineShare {
  /** Megabytes. */
  room: number;
  /** More connections to it, for what can be done side by side. */
  others: Warehouse[];
}

/**
 * Gives a database memory by the size of the files it is to read. Of small files each query has one core and the steps
 * other connections, one more than there are cores, so that none waits for what is done between queries; of large files
 * each query has all cores.
 */
export async function shareMachine(
  warehouse: Warehouse,
  {connect, bytes}: {connect: () => Promise<Warehouse>; bytes: number}
): Promise<MachineShare> {
  const room = Math.min(MOST, Math.max(MEGABYTES, Math.round((2 * bytes) / 1e6)));
  await giveMemory(warehouse, room);
  const small = bytes <= SMALL;
  if (small) await warehouse.run("set threads = 1");
  const lanes = small ? Math.min(4, availableParallelism() + 1) : 2;
  return {room, others: await Promise.all(range(1, lanes).map(connect))};
}

export const giveMemory = async (warehouse: Warehouse, megabytes: number): Promise<void> =>
  void (await warehouse.run(`set memory_limit = '${megabytes}MB'`));
