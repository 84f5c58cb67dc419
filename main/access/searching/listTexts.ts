import type { CheckedInput } from '../../../shared/bridge/ipc';
import type { Database } from '../../storage/database';
import { conditionsOf } from '../invitations/invitationFilter';
import { orderOf } from '../invitations/invitationOrder';

type Query = CheckedInput<'invitations.list'>;

/** An invitation's primary key: realm, account ID, invitation ID. */
export type InvitationKey = readonly [realm: string, accountId: string, invitationId: string];

/** What a search finds. */
export interface Found {
  readonly total: number;
  /** Of the page, in the list's order. */
  readonly keys: readonly InvitationKey[];
}

/** The texts that a list's invitations are searched in. */
export interface ListTexts {
  /** @param search normalized and not empty, without control characters */
  find(search: string, page: { readonly limit: number; readonly offset: number }): Found;
}

/** Between the texts of two invitations. In one there is none, unless Amazon has a name with it; in a key neither. */
const betweenRows = '\u0002';

/** The texts of a list without its search, in its order; for a list that time alone doesn't change. Blocks main for up to 50 ms. */
export const readTexts = (db: Database, list: Query): string => readJoined(db, list, 'search_text');

/** The keys of the same invitations in the same order. Blocks as long. */
export const readKeys = (db: Database, list: Query): string =>
  readJoined(db, list, 'json_array(realm, account_id, invitation_id)');

/** As one text: an object or an array for each row takes five times as long. */
function readJoined(db: Database, { search: _search, ...list }: Query, part: string): string {
  const { where, values } = conditionsOf(db, list, 0);
  const { sortKey, order } = orderOf(list);
  const { joined } = db
    .prepare(
      `SELECT coalesce(group_concat(${part}, char(2)), '') AS joined
       FROM (SELECT realm, account_id, invitation_id, search_text, ${sortKey} AS sort_key
         FROM invitations WHERE ${where} ORDER BY ${order})`,
    )
    .get(values) as { readonly joined: string };
  return joined;
}

/**
 * @param texts @param keys as read when the data was the same
 * @returns null if a name contains what separates the texts, so that it can't be said which is whose
 */
export function listTexts(texts: string, keys: string): ListTexts | null {
  const textStarts = startsOf(texts);
  const keyStarts = startsOf(keys);
  if (textStarts.length !== keyStarts.length) return null;
  const keyOf = (row: number): InvitationKey =>
    JSON.parse(keys.slice(keyStarts[row], (keyStarts[row + 1] ?? 0) - 1)) as InvitationKey;
  return {
    find(search, { limit, offset }) {
      const found: InvitationKey[] = [];
      let total = 0;
      let row = 0;
      for (let at = texts.indexOf(search); at >= 0; at = texts.indexOf(search, textStarts[row])) {
        while ((textStarts[row + 1] ?? Infinity) <= at) row += 1;
        if (total >= offset && found.length < limit) found.push(keyOf(row));
        total += 1;
        row += 1;
      }
      return { total, keys: found };
    },
  };
}

/** Where each row begins, and where one after the last would. */
function startsOf(text: string): Uint32Array {
  const starts: number[] = [0];
  for (let at = text.indexOf(betweenRows); at >= 0; at = text.indexOf(betweenRows, at + 1))
    starts.push(at + 1);
  return Uint32Array.from([...starts, text.length + 1]);
}
