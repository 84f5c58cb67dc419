import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase, type Database } from '../../../main/storage/database';
import { writeTurn } from '../../../main/storage/writeTurn';

/** Counts the turns of the event loop until all of them have written; returns the turn of each. */
async function turnsOf(writers: readonly Database[]): Promise<number[]> {
  const turns: number[] = [];
  let turn = 0;
  const all = Promise.all(
    writers.map(async (db) => {
      await writeTurn(db);
      turns.push(turn);
    }),
  );
  while (turns.length < writers.length) {
    await nextTurn();
    turn += 1;
  }
  await all;
  return turns;
}

test('concurrent callers write in the order of their requests, each in its own turn', async () => {
  const db = openDatabase(':memory:');
  const turns = await turnsOf([db, db, db, db]);
  expect(new Set(turns).size).toBe(4);
  expect(turns).toEqual(turns.toSorted((one, other) => one - other));
  db.close();
});

test('nobody waits for writes to another database', async () => {
  const [one, other] = [openDatabase(':memory:'), openDatabase(':memory:')];
  const turns = await turnsOf([one, one, one, one, other]);
  expect(turns[1]).toBe(turns[0]);
  one.close();
  other.close();
});
