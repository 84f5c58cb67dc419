import { afterEach, beforeEach, expect, test } from 'vitest';
import { piecesOf, rowsAtOnce } from '../../../main/approvals/file/filePieces';
import { createReceiver, type Receiver } from '../../../main/approvals/received/receive';
import { requireReceived } from '../../../main/approvals/received/receivedFiles';
import { writeRows } from '../../../main/approvals/received/receivedRows';
import { atOnce, type Stepwise } from '../../../main/storage/stepwise';
import { temporaryStore, type Store } from '../../support/fixtures/store';
import { answerBy, draftBy, fileRowOf, person } from './support/files';

const [ben, dana] = [person('Ben'), person('Dana')];
const rows = Array.from({ length: 3 * rowsAtOnce + 1 }, (_, index) => fileRowOf(index));
const rowIds = rows.map(({ rowId }) => rowId);
const draft = draftBy(ben, { rows });
const answer = answerBy(dana, draft, {
  removedRowIds: rowIds.slice(0, 2),
  rowComments: [{ rowId: rowIds.at(-1) ?? '', text: 'Which team?' }],
});

let store: Store;
let receiver: Receiver;
beforeEach(() => {
  store = temporaryStore();
  receiver = createReceiver(store.db, { ownKeys: () => new Set(), now: () => 1 });
});
afterEach(() => {
  store.remove();
});

const countIn = (table: string): number =>
  (store.db.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count;

/** What `look` sees after each step. */
function seenBetween<Seen>(work: Stepwise<unknown>, look: () => Seen): Seen[] {
  const seen: Seen[] = [];
  while (work.next().done !== true) seen.push(look());
  return seen;
}

test('a file is stored and read back as it was, comments and removed rows included', async () => {
  for (const file of [draft, answer]) {
    const received = atOnce(requireReceived(store.db, await receiver.receive(file)));
    expect(received).toMatchObject({ receivedAt: 1, trust: 'unconfirmed' });
    expect(received.file).toEqual(file);
  }
});

test('a long file is written and read a few hundred rows at a time', async () => {
  const written = seenBetween(writeRows(store.db, 'f-1', [...piecesOf(draft)]), () =>
    countIn('received_rows'),
  );
  expect(written).toEqual([500, 1000, 1500, 1501]);
  const fileId = await receiver.receive(draft);
  expect(seenBetween(requireReceived(store.db, fileId), () => null)).toHaveLength(4);
});

test('what an interrupted arrival left doesn’t count, and is gone with the next file', async () => {
  const work = writeRows(store.db, 'f-1', [...piecesOf(draft)]);
  work.next();
  work.next();
  expect(countIn('received_rows')).toBe(1000);
  expect(() => atOnce(requireReceived(store.db, 'f-1'))).toThrow(/no longer open/);
  const fileId = await receiver.receive(draft);
  expect(countIn('received_rows')).toBe(rows.length);
  expect(atOnce(requireReceived(store.db, fileId)).file).toEqual(draft);
});

test('one file that arrives twice at once is one, and two files are two', async () => {
  const [one, same, other] = await Promise.all([
    receiver.receive(draft),
    receiver.receive(draft),
    receiver.receive(answer),
  ]);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  expect(countIn('received_files')).toBe(2);
  expect(countIn('received_rows')).toBe(2 * rows.length);
});
