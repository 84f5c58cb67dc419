import type { FaultRule } from '../../../main/sandbox/faults/fault';

/** Max duration of a sandbox call, in ms. */
const slowMs = 150;

/** Faults of changes: one in four. */
export const faultsOfChanges = (
  operation:
    'CreateUserInvitations' | 'UpdateUserInvitations' | 'UpdateUserPermissions' | 'DeleteUserPermissions',
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

/** Faults of the lists read before sending and while checking doubts: one page in fifteen. */
export const faultsOfLists = (operation: 'ListUserInvitations' | 'ListUsers', seed: number): FaultRule => ({
  operation,
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

/** Faults of tokens: one renewal in twelve. */
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

/** Rare, because after one a sender stays slow. */
export const throttling = (seed: number): FaultRule => ({
  faults: [
    { kind: 'throttle', retryAfterSeconds: 0 },
    { kind: 'throttle', retryAfterSeconds: 1 },
    { kind: 'throttle', html: true },
  ],
  random: { rate: 0.02, seed },
});
