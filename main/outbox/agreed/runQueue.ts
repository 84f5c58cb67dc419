import {
  numberToType,
  type Agreement,
  type Confirmations,
  type Difference,
} from '../../../shared/domain/outbox/agreement';
import type { RunKind, WhenNotSeen } from '../../../shared/domain/outbox/run';
import { inTurns } from '../../storage/stepwise';
import type { DiskRoom } from '../../storage/writeWhenDiskHasRoom';
import type { OutboxDeps } from '../deps';
import { changesOf } from '../drafting/changesOf';
import { appendRun, type NewRequest } from '../journal/append';
import { agreementOf, differenceFrom, statedByCommand, type Consent } from './agreement';
import { noteConfirmedSponsoredAds } from './sponsoredAdsConsent';
import { writeAgreedRun, type AgreedRun, type PlannedRun } from './agreedRun';
import { operationIdsOf, type StagedCall } from './staging';

export interface ChangesDeps extends OutboxDeps {
  readonly room: DiskRoom;
  /** How long a run waits before it starts whose number had to be typed, in ms. */
  readonly startWaitMs: number;
  /** Called when there is something new to send. */
  readonly accepted: () => void;
}

/** Records agreed runs one after another: each sees the effects of the previous one. */
export interface RunQueue {
  write<Draft extends { readonly requests: readonly StagedCall[] }>(
    plan: PlannedRun<Draft>,
  ): Promise<AgreedRun<Draft>>;
  /** Resolves when none is being recorded. */
  idle(): Promise<void>;
}

export function createRunQueue({ db, now, room, accepted }: ChangesDeps): RunQueue {
  let before: Promise<unknown> = Promise.resolve();
  return {
    async write(plan) {
      const own = before.then(() => writeAgreedRun({ db, now, room }, plan));
      before = own.catch(() => undefined);
      const run = await own;
      if ('runId' in run) accepted();
      return run;
    },
    async idle() {
      await before;
    },
  };
}

/** Called with a run's ID in the transaction that records it: either both are recorded or nothing. */
export type Recorded = (runId: number) => void;

interface NewRun<Draft> {
  readonly kind: RunKind;
  readonly whenNotSeen?: WhenNotSeen | undefined;
  /** What was agreed to. */
  readonly numbers: Pick<Agreement, 'total' | 'admins'>;
  /** What was confirmed besides. */
  readonly confirmed: Pick<Confirmations, 'confirmedSponsoredAds'>;
  readonly recorded?: Recorded | undefined;
  /** The same with the draft. */
  readonly begun?: (runId: number, draft: Draft) => void;
}

export const newRun = <Draft>(
  deps: ChangesDeps,
  { kind, whenNotSeen, numbers, confirmed, recorded, begun }: NewRun<Draft>,
): { readonly begin: (draft: Draft) => number; readonly idsOf: (runId: number) => number[] } => ({
  begin(draft) {
    const runId = beginRun(deps, kind, whenNotSeen, numbers);
    noteConfirmedSponsoredAds(deps.db, confirmed.confirmedSponsoredAds, deps.now());
    recorded?.(runId);
    begun?.(runId, draft);
    return runId;
  },
  idsOf: (runId) => operationIdsOf(deps.db, runId),
});

/** A run so large that its number is typed waits before it starts, and can be called back until then. */
export function beginRun(
  { db, now, typingRule, startWaitMs }: ChangesDeps,
  kind: RunKind,
  whenNotSeen: WhenNotSeen = 'ask',
  numbers: Pick<Agreement, 'total' | 'admins'>,
): number {
  const at = now();
  const isLarge = numberToType(numbers, typingRule()) !== null;
  return appendRun(db, kind, whenNotSeen, at, isLarge ? at + startWaitMs : null);
}

/** How calls differ from what was agreed to; null if they don't. */
export async function differenceOf(
  { db, typingRule }: ChangesDeps,
  requests: readonly NewRequest[],
  consent: Consent,
  batch: Pick<Agreement, 'notify' | 'revision'> = statedByCommand,
): Promise<Difference | null> {
  const agreement = await inTurns(agreementOf(db, changesOf(requests), batch));
  return differenceFrom(db, consent, agreement, typingRule());
}
