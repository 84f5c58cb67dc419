import type { FaultRule } from '../../../main/sandbox/faults/fault';

/** How long a call of the sandbox may take at most, in ms. */
const slowMs = 150;

/** What goes wrong with changes: one in four. */
export const faultsOfChanges = (
  operation: 'CreateUserInvitations' | 'UpdateUserInvitations',
  seed: number,
): FaultRule => ({
  operation,
  faults: [
    { kind: 'reset', when: 'before' },
    { kind: 'reset', when: 'after' },
    { kind: 'status', status: 500, when: 'before' },
    { kind: 'status', status: 500, when: 'after' },
    { kind: 'html', status: 502, when: 'before' },
    { kind: 'html', status: 200, when: 'after' },
    { kind: 'html', status: 403, when: 'before' },
    { kind: 'html', status: 403, when: 'after' },
    { kind: 'html', status: 511, when: 'before' },
    { kind: 'status', status: 503, when: 'before' },
    { kind: 'truncate' },
    { kind: 'delay', ms: slowMs, when: 'before' },
    { kind: 'delay', ms: slowMs, when: 'after' },
    { kind: 'slowBody', ms: slowMs },
  ],
  random: { rate: 0.25, seed },
});

/** What goes wrong with the lists that are read, before sending and while doubts are looked at: one page in fifteen. */
export const faultsOfLists = (seed: number): FaultRule => ({
  operation: 'ListUserInvitations',
  faults: [
    { kind: 'reset', when: 'before' },
    { kind: 'status', status: 500, when: 'before' },
    { kind: 'html', status: 502, when: 'after' },
    { kind: 'status', status: 503, when: 'before' },
    { kind: 'html', status: 200, when: 'before' },
    { kind: 'html', status: 403, when: 'before' },
    { kind: 'truncate' },
    { kind: 'delay', ms: slowMs, when: 'after' },
  ],
  random: { rate: 1 / 15, seed },
});

/** What goes wrong with tokens: of the renewals one in twelve. */
export const faultsOfTokens = (seed: number): FaultRule => ({
  operation: 'RenewToken',
  faults: [
    { kind: 'throttle', retryAfterSeconds: 0 },
    { kind: 'throttle', retryAfterSeconds: 1 },
    { kind: 'status', status: 503, when: 'before' },
    { kind: 'html', status: 200, when: 'before' },
  ],
  random: { rate: 1 / 12, seed },
});

/** Rare, because after one a sender takes its time for good. */
export const throttling = (seed: number): FaultRule => ({
  faults: [
    { kind: 'throttle', retryAfterSeconds: 0 },
    { kind: 'throttle', retryAfterSeconds: 1 },
    { kind: 'throttle', html: true },
  ],
  random: { rate: 0.02, seed },
});
