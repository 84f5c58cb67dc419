import type { RedeemOutcome, RedeemPreview } from '../../shared/domain/redeem/redeem';
import { toErrorBody } from '../../shared/errors';
import type { Access } from '../access/types';
import type { Activity, Actor, NewEntry } from '../activity/activity';
import { AdsError } from '../amazonAds/adsError';
import type { AdsClient } from '../amazonAds/client/client';
import type { Database } from '../storage/database';
import { transaction } from '../storage/transaction';
import { reachedThrough } from './newAccounts';
import { redeemEntry } from './redeemEntry';
import { redeemedBefore } from './redeemedBefore';
import { redeemOnce } from './redeeming';
import type { WaitingLinks } from './links/waitingLinks';
import { redeemErrorText } from './redeemErrorText';

export interface RedeemAndRecordDeps {
  readonly db: Database;
  readonly clientOf: (connectionId: string) => Promise<AdsClient>;
  readonly realmOf: (connectionId: string) => string;
  readonly actorOf: (connectionId: string) => Actor;
  readonly access: Pick<Access, 'listAccounts' | 'refreshSteps'>;
  readonly activity: Pick<Activity, 'record'>;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Which invitation, through which connection, and Amazon's earlier answer about it there, if any. */
interface Wanted {
  readonly connectionId: string;
  readonly invitationId: string;
  readonly preview: RedeemPreview | null;
}

/**
 * Redeems an invitation and records how it ended, with the outcome in the same transaction.
 * @throws see `redeemOnce`
 */
export async function redeemAndRecord(
  { db, clientOf, realmOf, actorOf, access, activity, now }: RedeemAndRecordDeps,
  links: Pick<WaitingLinks, 'setOutcome'>,
  { connectionId, invitationId, preview }: Wanted,
): Promise<RedeemOutcome> {
  // The actor is read first: the connection may be removed while Amazon is asked.
  const who = { ...actorOf(connectionId), realm: realmOf(connectionId) };
  const entry = (
    ending: Pick<NewEntry, 'result' | 'detail' | 'code'> & { readonly requestId: string | null },
  ): NewEntry => redeemEntry({ ...who, at: now(), invitationId, preview, ...ending });
  const client = await clientOf(connectionId);
  try {
    const { outcome, requestId } = await redeemOnce({
      client,
      invitationId,
      preview,
      reachedBefore: reachedThrough(access, connectionId),
      isRecorded: redeemedBefore(db, { ...who, invitationId }) !== null,
      async reaches(accountId) {
        await access.refreshSteps.accountsOf(connectionId, client);
        return reachedThrough(access, connectionId).has(accountId);
      },
    });
    const detail = outcome === 'already' ? redeemErrorText.redeemedBefore : null;
    transaction(db, () => {
      links.setOutcome(invitationId, outcome, connectionId);
      activity.record([entry({ result: 'done', detail, code: null, requestId })]);
    });
    return outcome;
  } catch (error) {
    // Anything else is a failure to record it; redeeming again shows how it ended.
    if (error instanceof AdsError) {
      const { code, message, details, requestId = null } = error.toBody();
      const result = error.outcome === 'unknown' ? 'inDoubt' : 'failed';
      activity.record([entry({ result, detail: details ?? message, code, requestId })]);
    }
    throw error;
  }
}

/** Whether Amazon refused because terms aren't accepted, judging by its text: it has no code for it. */
export const wantsTerms = (error: unknown): boolean =>
  error instanceof AdsError &&
  error.httpStatus === 403 &&
  /\bterms\b/i.test(toErrorBody(error).details ?? '');
