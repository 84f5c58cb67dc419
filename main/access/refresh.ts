import pLimit from 'p-limit';
import type { AccountRef } from '../../shared/domain/account';
import { CodedError, toErrorBody, type ErrorBody } from '../../shared/errors';
import { readAccounts } from '../amazonAds/accounts';
import { readInvitations } from '../amazonAds/invitations';
import { transactionOfReadings } from '../storage/transaction';
import type { Access, AccessDeps } from './access';
import type { Conclusion } from './evidence';
import { explain } from './missing';
import { missingFrom, writeReading, type Reading } from './reading';
import { requireAccount, writeAccounts, writeCanInvite, writeTrouble } from './ways';

/** How many accounts are read at the same time. Amazon's limits are not published (amazon-contract §5). */
const parallelReadings = 4;

interface Refresh {
  readonly readPending: Access['readPending'];
  readonly accounts: Access['refreshAccounts'];
  readonly invitations: Access['refreshInvitations'];
}

/** The two ways to bring the local picture up to date; see Access. */
export function createRefresh({ db, clientOf, realmOf, now, changed }: AccessDeps): Refresh {
  const limit = pLimit(parallelReadings);

  async function read(ref: AccountRef): Promise<Reading> {
    const { accountId } = requireAccount(db, ref);
    const client = await clientOf(ref.connectionId);
    const beganAt = now();
    return { ...(await readInvitations(client, accountId)), beganAt };
  }

  function store(ref: AccountRef, reading: Reading, conclusions?: ReadonlyMap<string, Conclusion>): void {
    const account = requireAccount(db, ref);
    transactionOfReadings(db, () => {
      writeReading(db, account, reading, conclusions);
      writeCanInvite(db, ref, true);
      writeTrouble(db, ref, null, now());
    });
    changed('accounts.changed');
    changed('invitations.changed');
  }

  /** "Not an admin here" is an answer, not a trouble. */
  function noteFailure(ref: AccountRef, error: ErrorBody): void {
    const refused = error.code === 'FORBIDDEN';
    try {
      transactionOfReadings(db, () => {
        if (refused) writeCanInvite(db, ref, false);
        writeTrouble(db, ref, refused ? null : error, now());
      });
      changed('accounts.changed');
    } catch {
      // The caller is told of the failure itself, which matters more than that it could not be noted.
    }
  }

  /** What became of the invitations that the reading does not name any more. */
  async function explainMissing(ref: AccountRef, reading: Reading): Promise<ReadonlyMap<string, Conclusion>> {
    const missing = missingFrom(db, requireAccount(db, ref), reading);
    if (missing.length === 0) return new Map();
    return explain(await clientOf(ref.connectionId), ref.accountId, missing, reading.beganAt);
  }

  async function readPending(ref: AccountRef): Promise<Reading> {
    const reading = await read(ref);
    try {
      store(ref, reading);
    } catch {
      // The caller asked for what Amazon lists, and has it. A full disk meets whoever must write next.
    }
    return reading;
  }

  async function troubleReading(ref: AccountRef): Promise<ErrorBody | null> {
    try {
      const reading = await read(ref);
      store(ref, reading, await explainMissing(ref, reading));
      const { unreadable } = reading;
      return unreadable === 0 ? null : unreadableEntries(unreadable, 'invitation').toBody();
    } catch (thrown) {
      const error = toErrorBody(thrown);
      noteFailure(ref, error);
      return error;
    }
  }

  const invitations: Refresh['invitations'] = (accounts) =>
    Promise.all(
      accounts.map((account) => limit(async () => ({ account, error: await troubleReading(account) }))),
    );

  return {
    readPending,
    invitations,
    async accounts(connectionId) {
      const client = await clientOf(connectionId);
      const asOf = now();
      const told = await readAccounts(client);
      // Asked only now: a connection removed meanwhile must not get its ways back.
      const realm = realmOf(connectionId);
      const everyone = told.unreadable === 0;
      transactionOfReadings(db, () =>
        writeAccounts(db, { connectionId, realm }, told.entries, { everyone, asOf }),
      );
      changed('accounts.changed');

      const accountIds = new Set(told.entries.map(({ accountId }) => accountId));
      const results = await invitations([...accountIds].map((accountId) => ({ connectionId, accountId })));
      if (!everyone) throw unreadableEntries(told.unreadable, 'account');
      return {
        accounts: accountIds.size,
        // "Not an admin here" is an answer, not a failure.
        failures: results.flatMap(({ account, error }) =>
          error === null || error.code === 'FORBIDDEN' ? [] : [{ account, error }],
        ),
      };
    },
  };
}

const unreadableEntries = (count: number, what: 'account' | 'invitation'): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: `Amazon listed ${String(count)} ${what}${count === 1 ? '' : 's'} without an id. The others were stored; refresh again later to see whether Amazon has mended its answer.`,
    retryable: true,
  });
