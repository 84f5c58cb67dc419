import type { CheckedInput } from '../../../shared/bridge/ipc';
import { toSearchText } from '../../../shared/text/searchText';
import type { Database } from '../../storage/database';
import { listTexts, readKeys, readTexts, type Found, type ListTexts } from './listTexts';

type Query = CheckedInput<'invitations.list'>;

/** A list that is searched key by key. */
export interface SearchedList {
  /** The page of a search, as the table would return it; null: not in memory, so the table has to be asked. */
  find(query: Query): Found | null;
  /** Call it after the table was asked: a long list across accounts is then read into memory, once nothing is being written. */
  prepare(query: Query, total: number): void;
}

/** From this many on, asking the table takes longer than a frame. */
const longFrom = 5_000;

/** How long nothing may have been written before a list is read, in ms: during a refresh it would be out of date at once. */
const quietMs = 30;

/** How long after its last use a list is kept, in ms: it takes 200 bytes for each invitation. */
const cachedMs = 60_000;

/**
 * Keeps the texts of one list in memory, in the list's order: searching 50,000 takes a millisecond, in the table up to 30. Whatever is
 * written to the database, by anybody, makes it out of date, so that rows and total are those of the table.
 */
export function createSearchedList(db: Database): SearchedList {
  let cached: { readonly key: string; readonly stamp: string; readonly texts: ListTexts } | null = null;
  let reading: NodeJS.Timeout | undefined;
  let forgetting: NodeJS.Timeout | undefined;
  const stampOf = createStamp(db);
  const forget = (): void => {
    cached = null;
  };
  const keepAlive = (): void => {
    clearTimeout(forgetting);
    forgetting = setTimeout(forget, cachedMs).unref();
  };
  return {
    find(query) {
      const search = toSearchText(query.search ?? '');
      if (cached === null || search === '' || isControl.test(search) || cached.key !== keyOf(query))
        return null;
      if (cached.stamp !== stampOf()) {
        forget();
        return null;
      }
      keepAlive();
      return cached.texts.find(search, query);
    },
    prepare(query, total) {
      if (!canBeCached(query) || total < longFrom) return;
      const key = keyOf(query);
      const stamp = stampOf();
      if (cached?.key === key && cached.stamp === stamp) return;
      const isUnchanged = (): boolean => db.isOpen && stamp === stampOf();
      clearTimeout(reading);
      reading = setTimeout(() => {
        if (!isUnchanged()) return;
        const texts = readTexts(db, query);
        // In a turn of its own: together they would block for too long.
        reading = setTimeout(() => {
          if (!isUnchanged()) return;
          const list = listTexts(texts, readKeys(db, query));
          cached = list === null ? null : { key, stamp, texts: list };
          keepAlive();
        }).unref();
      }, quietMs).unref();
    },
  };
}

/** What time alone changes isn't kept, nor what a single account's index finds quickly. */
const canBeCached = (query: Query): boolean =>
  query.accounts === undefined &&
  query.expiresWithinDays === undefined &&
  query.stateChangedWithinDays === undefined;

/** The same for all searches and pages of a list. */
const keyOf = ({ search: _search, limit: _limit, offset: _offset, ...list }: Query): string =>
  JSON.stringify(Object.entries(list).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Texts have none, but for what separates their lines and each other. */

const isControl = /[\0-\x1f]/;

/** Changes with whatever is written: through this connection (SQLite, total_changes) or another one (PRAGMA data_version). */
function createStamp(db: Database): () => string {
  const own = db.prepare('SELECT total_changes() AS changes');
  const others = db.prepare('PRAGMA data_version');
  return () => JSON.stringify([own.get(), others.get()]);
}
