import type { OperationStatus } from '../../../shared/domain/outbox/operation';

/**
 * What can happen to an operation:
 * - `send`: its request is about to be sent.
 * - `putBack`: Amazon certainly didn't accept the request, and it may be sent again unchanged.
 * - `confirm`: it was done. `refuse`: it wasn't, and won't be without a new attempt.
 * - `lose`: the request may have been sent, and no clear answer came.
 * - `withdraw`: it won't be sent.
 */
export const events = ['send', 'putBack', 'confirm', 'refuse', 'lose', 'withdraw'] as const;
export type StepEvent = (typeof events)[number];

const steps: Record<OperationStatus, Partial<Record<StepEvent, OperationStatus>>> = {
  queued: { send: 'sending', withdraw: 'failed' },
  sending: { putBack: 'queued', confirm: 'done', refuse: 'failed', lose: 'inDoubt' },
  inDoubt: { confirm: 'done', refuse: 'failed' },
  done: {},
  failed: {},
};

/**
 * The status of an operation after an event, or null if that can't happen. Nothing leads from `inDoubt`, `done` or `failed` back
 * to a sendable status: a retry is a new operation.
 */
export const stepped = (status: OperationStatus, event: StepEvent): OperationStatus | null =>
  steps[status][event] ?? null;
