import type { OperationStatus } from '../../../shared/domain/outbox/operation';

/**
 * What can happen to an operation:
 * - `send`: its request is about to leave.
 * - `putBack`: Amazon certainly did not take the request, and it may go out again as it is.
 * - `confirm`: it was done. `refuse`: it was not, and will not be by itself.
 * - `lose`: the request may have left, and no clear answer came.
 * - `withdraw`: it is not to be sent any more.
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
 * The status an operation has after an event, or null where that cannot happen. There is no way from `inDoubt`, `done`
 * or `failed` back to where it could be sent: what is sent again is a new operation.
 */
export const stepped = (status: OperationStatus, event: StepEvent): OperationStatus | null =>
  steps[status][event] ?? null;
