import type { AccountRef } from '../../../shared/domain/account/account';
import type { CodedError, ErrorBody } from '../../../shared/errors';
import { relaxedTransaction } from '../../storage/transaction';
import { requireAccount, writeCanInvite, writeProblem } from '../accountAccess';
import type { AccessDeps } from '../types';
import { writeSnapshot, type PendingSnapshot } from './pendingSnapshot';
import { unreadableEntries } from './refreshText';
import type { Unexplained } from './vanishedInvitations';

type StoreDeps = Pick<AccessDeps, 'db' | 'now' | 'changed'>;

/** @returns the missing invitations, to be explained */
export function storeSnapshot(
  { db, now, changed }: StoreDeps,
  ref: AccountRef,
  reading: PendingSnapshot,
): Unexplained {
  const account = requireAccount(db, ref);
  const unexplained = relaxedTransaction(db, () => {
    writeCanInvite(db, ref, true);
    writeProblem(db, ref, problemOf(reading)?.toBody() ?? null, now());
    return writeSnapshot(db, account, reading);
  });
  changed('accounts.changed');
  changed('invitations.changed');
  return unexplained;
}

/** "Not an admin here" is an answer, not a problem; neither is being stopped. */
export function noteFailure(
  { db, now, changed }: StoreDeps,
  accounts: readonly AccountRef[],
  error: ErrorBody,
): void {
  if (error.code === 'NOT_SENT') return;
  const refused = error.code === 'FORBIDDEN';
  try {
    relaxedTransaction(db, () => {
      for (const account of accounts) {
        if (refused) writeCanInvite(db, account, false);
        writeProblem(db, account, refused ? null : error, now());
      }
    });
    changed('accounts.changed');
  } catch {
    // The caller gets the failure itself, which matters more than failing to store it.
  }
}

/** What is wrong with Amazon's list. */
export const problemOf = ({ unreadable }: PendingSnapshot): CodedError | null =>
  unreadable === 0 ? null : unreadableEntries(unreadable, 'invitation');
