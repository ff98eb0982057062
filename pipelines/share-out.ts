import {sideBySide} from "../src/side-by-side.ts";
import type {Warehouse} from "./warehouse.ts";

/** What is done on one connection to the warehouse. */
export type Work<T> = (connection: Warehouse) => Promise<T>;

/**
 * Does each work on whichever connection is free, the first of them first, and resolves with what they give, in their
 * order. Once one is stopped no further one begins; throws what stopped the first of them, in their order.
 */
export async function shareOut<T>(connections: readonly Warehouse[], works: readonly Work<T>[]): Promise<T[]> {
  const given: T[] = [];
  const stopped: unknown[] = [];
  const next = works.entries();
  await sideBySide(
    connections.map((connection) => async () => {
      for (const [place, work] of next) {
        if (stopped.length > 0) return;
        try {
          given[place] = await work(connection);
        } catch (error) {
          stopped[place] = error;
        }
      }
    })
  );
  const [place] = Object.keys(stopped);
  if (place !== undefined) throw stopped[Number(place)];
  return given;
}
