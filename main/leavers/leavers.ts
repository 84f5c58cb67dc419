import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import type { Topic } from '../../shared/bridge/channels';
import type { Leaver, LeaverSubject } from '../../shared/domain/leaver/leaver';
import { CodedError } from '../../shared/errors';
import type { Activity } from '../activity/activity';
import type { Outbox } from '../outbox/outbox';
import type { Database } from '../storage/database';
import { newRecordId } from '../storage/recordId';
import { atOnce, inTurns } from '../storage/stepwise';
import { leaverNames, leaverPlan } from './leaverPlan';
import { leaversErrorText } from './leaversErrorText';
import { collectProof } from './proof/collectProof';
import type { LeaverProof } from './proof/leaverProof';
import { addRun, listLeavers, readLeaver, type NewLeaver } from './leaverStore';

export interface LeaversDeps {
  readonly db: Database;
  readonly outbox: Pick<
    Outbox,
    'revoke' | 'removeMembers' | 'differenceOfRevocation' | 'differenceOfRemoval' | 'operations'
  >;
  readonly activity: Pick<Activity, 'ofRuns'>;
  /** ms since 1970. */
  readonly now: () => number;
  readonly changed: (topic: Topic) => void;
}

/** Removing somebody from every account at once. The changes themselves go through the outbox. */
export interface Leavers {
  /** See 'leavers.plan'. Rejects with a CodedError INVALID_INPUT without an address and without a user ID. */
  plan(subject: LeaverSubject): Promise<ChannelOutput<'leavers.plan'>>;
  /** See 'leavers.start'. Rejects with a CodedError; then no member was removed, but invitations may have been revoked. */
  start(input: CheckedInput<'leavers.start'>): Promise<ChannelOutput<'leavers.start'>>;
  list(): ChannelOutput<'leavers.list'>;
  /** Rejects with a CodedError NOT_FOUND for a removal that isn't known. */
  details(leaverId: string): Promise<ChannelOutput<'leavers.details'>>;
  /** Everything known about a removal right now. Throws a CodedError NOT_FOUND for one that isn't known. */
  proof(leaverId: string): LeaverProof;
}

export function createLeavers(deps: LeaversDeps): Leavers {
  const { db } = deps;
  return {
    async plan(subject) {
      return inTurns(leaverPlan(db, requireSubject(subject)));
    },
    start: (input) => start(deps, input),
    list: () => ({ leavers: listLeavers(db) }),
    async details(leaverId) {
      const leaver = requireLeaver(db, leaverId);
      return { leaver, remains: await inTurns(leaverPlan(db, leaver.subject)) };
    },
    proof(leaverId) {
      const leaver = requireLeaver(db, leaverId);
      // Everything in it is as of one moment.
      const remains = atOnce(leaverPlan(db, leaver.subject));
      return collectProof(deps, leaver, { remains, madeAt: deps.now() });
    },
  };
}

/** @throws CodedError INVALID_INPUT without an address and without a user ID */
function requireSubject(subject: LeaverSubject): LeaverSubject {
  if (subject.emailAddresses.length + subject.members.length > 0) return subject;
  throw new CodedError({ code: 'INVALID_INPUT', message: leaversErrorText.noSubject });
}

/** @throws CodedError NOT_FOUND */
function requireLeaver(db: Database, leaverId: string): Leaver {
  const leaver = readLeaver(db, leaverId);
  if (leaver !== undefined) return leaver;
  throw new CodedError({ code: 'NOT_FOUND', message: leaversErrorText.unknown });
}

async function start(
  deps: LeaversDeps,
  { subject, leaverId, removal, revocation }: CheckedInput<'leavers.start'>,
): Promise<ChannelOutput<'leavers.start'>> {
  const { db, outbox, changed } = deps;
  if (removal === null && revocation === null) {
    throw new CodedError({ code: 'INVALID_INPUT', message: leaversErrorText.nothing });
  }
  const target = leaverId === null ? newLeaver(deps, requireSubject(subject)) : requireLeaver(db, leaverId);
  // Neither is done unless both can be: what was agreed to belongs together.
  const differences = {
    revocation: revocation === null ? null : await outbox.differenceOfRevocation(revocation),
    removal: removal === null ? null : await outbox.differenceOfRemoval(removal),
  };
  for (const which of ['revocation', 'removal'] as const) {
    const difference = differences[which];
    if (difference !== null) return { agreed: false, which, difference, leaverId };
  }
  const recorded = (runId: number): void => addRun(db, target, runId);
  let startedId = leaverId;
  // First of all, so that nobody accepts while the rest is done.
  if (revocation !== null) {
    const run = await outbox.revoke({ ...revocation, whenNotSeen: 'ask' }, recorded);
    if (!run.agreed) return { ...run, which: 'revocation', leaverId: startedId };
    startedId = target.leaverId;
  }
  if (removal !== null) {
    const run = await outbox.removeMembers(removal, recorded);
    if (!run.agreed) return { ...run, which: 'removal', leaverId: startedId };
  }
  changed('operations.changed');
  return { agreed: true, leaverId: target.leaverId };
}

function newLeaver({ db, now }: LeaversDeps, subject: LeaverSubject): NewLeaver {
  const startedAt = now();
  return { leaverId: newRecordId(startedAt), names: leaverNames(db, subject), subject, startedAt };
}
