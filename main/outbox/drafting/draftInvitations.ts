import { accountKey, accountRefKey } from '../../../shared/util/accountKey';
import type { WantedInstances } from '../../../shared/domain/account/plannedInstances';
import { maxPerCall, type Invitee } from '../../../shared/domain/invitation/invitation';
import { chunksOf } from '../../../shared/domain/outbox/chunk';
import { isErasedAddress } from '../../../shared/domain/person/pseudonym';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { AccountRef } from '../../../shared/domain/account/account';
import { CodedError } from '../../../shared/errors';
import { requireAccount } from '../../access/accountAccess';
import { renderCreate } from '../../amazonAds/invitations/invitationChanges';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import type { NewOperation, NewRequest } from '../journal/append';
import { unsettledIn, type OperationInContext, type Unsettled } from '../journal/read';
import { draftingErrorText } from './draftingErrorText';

/** Whom to invite; see `NewOperation`. */
export type DraftInvitee = Invitee &
  Pick<NewOperation, 'plan' | 'replaces' | 'attempt' | 'rowId' | 'rowNumber'>;

/**
 * The calls that invite these people: at most 50 a call (amazon-api §3), no address twice.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function* draftCreate(
  db: Database,
  input: {
    readonly account: AccountRef;
    readonly invitees: readonly DraftInvitee[];
    readonly notifyInvitedUsers: boolean;
  },
): Stepwise<NewRequest[]> {
  const { account, invitees, notifyInvitedUsers: notify } = input;
  const { realm, accountId, name } = requireAccount(db, account);
  const taken = new Set<string>();
  const { byMailbox } = unsettledIn(db, { realm, accountId });
  const requests: NewRequest[] = [];
  for (const chunk of chunksOf(invitees, maxPerCall)) {
    for (const { emailAddress } of chunk) {
      const key = mailboxKey(emailAddress);
      if (taken.has(key)) {
        throw invalid(draftingErrorText.listedTwice(emailAddress));
      }
      requireSettled(byMailbox.get(key), draftingErrorText.beingInvited(emailAddress, name));
      taken.add(key);
    }
    requests.push({
      connectionId: account.connectionId,
      realm,
      accountId,
      operation: 'CreateUserInvitations',
      body: renderCreate(chunk, notify),
      operations: chunk.map((invitee) => ({ kind: 'create', ...invitee, invitationId: null, notify })),
    });
    yield;
  }
  return requests;
}

/**
 * The calls that invite each of these people to each of these accounts.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function* draftCreateInAccounts(
  db: Database,
  input: Omit<Parameters<typeof draftCreate>[1], 'account'> & {
    readonly accounts: readonly AccountRef[];
    /** The instances of an account to which its viewers are to be added: admins reach all of them. */
    readonly plans?:
      readonly { readonly account: AccountRef; readonly wanted: WantedInstances }[] | undefined;
  },
): Stepwise<NewRequest[]> {
  const { accounts, plans = [], invitees, ...invitation } = input;
  const planOf = new Map(plans.map(({ account, wanted }) => [accountRefKey(account), wanted]));
  const drafted = new Set<string>();
  const requests: NewRequest[] = [];
  for (const account of accounts) {
    const known = requireAccount(db, account);
    if (drafted.has(accountKey(known))) throw invalid(draftingErrorText.accountTwice(known.name));
    drafted.add(accountKey(known));
    const plan = planOf.get(accountRefKey(account)) ?? null;
    const planned =
      plan === null
        ? invitees
        : invitees.map((invitee) => (invitee.role === 'admin' ? invitee : { ...invitee, plan }));
    requests.push(...(yield* draftCreate(db, { ...invitation, account, invitees: planned })));
  }
  return requests;
}

/** How many operations are processed in one step. */
const originalsAStep = 200;

/**
 * Refuses to retry operations while the same person is already being invited, or the same invitation changed, or if two of them
 * would do that.
 * @throws CodedError INVALID_INPUT
 */
export function* requireNothingUnsettled(
  db: Database,
  originals: readonly OperationInContext[],
): Stepwise<void> {
  const accounts = new Map<string, ReturnType<typeof unsettledIn>>();
  const taken = new Set<string>();
  for (const [index, { request, operation }] of originals.entries()) {
    if (index % originalsAStep === originalsAStep - 1) yield;
    const key = accountKey(request);
    const unsettled = accounts.get(key) ?? unsettledIn(db, request);
    accounts.set(key, unsettled);
    const { emailAddress, invitationId, kind, userId } = operation;
    const changed = kind === 'create' ? { mailbox: mailboxKey(emailAddress) } : { invitationId, userId };
    const once = JSON.stringify([key, changed]);
    if (taken.has(once)) {
      throw invalid(draftingErrorText.twiceInAccount(emailAddress, request.accountName));
    }
    taken.add(once);
    if (kind === 'create') {
      requireSettled(
        unsettled.byMailbox.get(mailboxKey(emailAddress)),
        draftingErrorText.beingInvited(emailAddress, request.accountName),
      );
    } else if (userId !== null) {
      requireSettled(
        unsettled.byMember.get(userId),
        draftingErrorText.memberBeingChanged(emailAddress || userId),
      );
    } else {
      requireSettled(
        unsettled.byInvitation.get(invitationId ?? ''),
        draftingErrorText.beingChanged(emailAddress),
      );
    }
  }
}

/**
 * Only what failed, and wasn't retried since, is retried.
 * @throws CodedError INVALID_INPUT
 */
export function requireFailed({ operation: { status, emailAddress }, replaced }: OperationInContext): void {
  if (status !== 'failed') {
    throw invalid(draftingErrorText.notFailed(emailAddress));
  }
  if (replaced) throw invalid(draftingErrorText.sentAgain(emailAddress));
  if (isErasedAddress(emailAddress)) throw invalid(draftingErrorText.erased(emailAddress));
}

function requireSettled(unsettled: Unsettled | undefined, texts: UnsettledTexts): void {
  if (unsettled !== undefined) throw invalid(unsettledText(unsettled, texts));
}

/** Why something can't be requested a second time, and what to do, by how the first request stands. */
export interface UnsettledTexts {
  readonly inDoubt: string;
  readonly underWay: string;
}

/** The sentence that applies. */
export const unsettledText = ({ status }: Unsettled, { inDoubt, underWay }: UnsettledTexts): string =>
  status === 'inDoubt' ? inDoubt : underWay;

/** A request that can't be carried out; none of it is. */
export const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
