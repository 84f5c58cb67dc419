import type { AccountRef } from '../../../shared/domain/account/account';
import { errorBody } from '../../../shared/errorBody';
import type { ErrorBody, ErrorCode } from '../../../shared/errors';
import { accountKey } from '../../../shared/util/accountKey';
import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';

/** An account whose instances can be read through a connection, and what became of earlier readings. Times are ms since 1970. */
export interface InstanceReading {
  readonly account: AccountRef;
  readonly realm: string;
  readonly marketplaceId: string;
  readonly isAdmin: boolean;
  /** When a list that still applies began to be read: one from before a change of role doesn't. Null: never. */
  readonly asOf: number | null;
  /** When the latest reading began, however it ended. Null: never. */
  readonly triedAt: number | null;
  /** How the latest reading failed: Amazon answered without a list, so that repeating it soon is of no use, or there was no answer. */
  readonly failure: 'refused' | 'unanswered' | null;
}

/** Every account that a connection reaches and whose role there is known. */
export const instanceReadings = (db: Database): InstanceReading[] =>
  (
    db
      .prepare(
        `SELECT ways_in.connection_id AS connectionId, ways_in.account_id AS accountId, realm,
           marketplace_id AS marketplaceId, can_invite AS canInvite, iif(as_admin = can_invite, lists.as_of, NULL) AS asOf,
           tried_at AS triedAt, lists.error AS error
         FROM ways_in JOIN accounts USING (realm, account_id)
         LEFT JOIN instance_lists AS lists
           ON lists.connection_id = ways_in.connection_id AND lists.account_id = ways_in.account_id
         WHERE reachable = 1 AND can_invite IS NOT NULL`,
      )
      .all() as unknown as ReadingRow[]
  ).map(({ connectionId, accountId, canInvite, error, ...row }) => ({
    ...row,
    account: { connectionId, accountId },
    isAdmin: canInvite === 1,
    failure: error === null ? null : failureOf(errorBody.parse(JSON.parse(error))),
  }));

const failureOf = ({ code }: ErrorBody): InstanceReading['failure'] =>
  refusals.has(code) ? 'refused' : 'unanswered';

interface ReadingRow
  extends AccountRef, Pick<InstanceReading, 'realm' | 'marketplaceId' | 'asOf' | 'triedAt'> {
  readonly canInvite: 0 | 1;
  readonly error: string | null;
}

const refusals: ReadonlySet<ErrorCode> = new Set([
  'FORBIDDEN',
  'BAD_REQUEST',
  'NOT_FOUND',
  'UNREADABLE_ANSWER',
]);

/** Age, in ms, at which a list is read again in the background; so long a refused reading waits, too. */
const oldAfterMs = 24 * 60 * 60_000;
/** How long a reading without an answer waits, in ms. */
const tryAgainAfterMs = 25 * 60_000;

/**
 * The readings that are due, oldest first: a viewer's own lists, and one list an account for its admins, whose lists are all the
 * same.
 * @param now ms since 1970
 */
export function dueReadings(readings: readonly InstanceReading[], now: number): InstanceReading[] {
  const isOld = ({ asOf }: InstanceReading): boolean => (asOf ?? 0) < now - oldAfterMs;
  const mayHelp = ({ failure, triedAt }: InstanceReading): boolean =>
    failure === null || (triedAt ?? 0) < now - (failure === 'refused' ? oldAfterMs : tryAgainAfterMs);
  const viewers = readings.filter((reading) => !reading.isAdmin && isOld(reading) && mayHelp(reading));
  const byAccount = groupBy(
    readings.filter(({ isAdmin }) => isAdmin),
    ({ realm, account: { accountId } }) => accountKey({ realm, accountId }),
  );
  const admins = [...byAccount.values()].flatMap((same) =>
    same.every(isOld) ? same.filter(mayHelp).sort(byTry).slice(0, 1) : [],
  );
  return [...viewers, ...admins].sort(
    (one, other) => (one.asOf ?? 0) - (other.asOf ?? 0) || byTry(one, other),
  );
}

/** Longest not tried first, so that a connection that fails makes room for another one. */
const byTry = (one: InstanceReading, other: InstanceReading): number =>
  (one.triedAt ?? 0) - (other.triedAt ?? 0);
