import { beforeEach } from 'vitest';
import { writeSnapshot } from '../../../main/access/refresh/pendingSnapshot';
import { account, type InvitingBench } from './inviting';
import { firstEnd, listedAs, lossyAmazon, type LossyAmazon } from '../amazon/lossyAmazon';
import type { Arrived, Reply } from '../amazon/loopbackAmazon';
import { outboxOver, type OutboxBench } from './outboxBench';

export const jane = 'jane@example.com';

/** Jane is pending as a viewer, here and at Amazon; new for every test. */
export interface RoleChangeBench {
  readonly amazon: LossyAmazon;
  readonly own: OutboxBench;
  /** How Amazon answers the revocation and the new invitation; by default it confirms them. */
  onRevoke: (request: Arrived) => Reply | Promise<Reply>;
  onInvite: (request: Arrived) => Reply | Promise<Reply>;
  /** Stores the invitation with this address. */
  known(emailAddress: string): void;
  change(role?: 'admin' | 'viewer'): Promise<number[]>;
  /** The methods of the calls that arrived. */
  sent(): string[];
}

/** Call it once in a test file, outside the tests. */
export function roleChangeBench(bench: InvitingBench): RoleChangeBench {
  let parts: Pick<RoleChangeBench, 'amazon' | 'own'> | undefined;
  const inTest = (): Pick<RoleChangeBench, 'amazon' | 'own'> => {
    if (parts === undefined) throw new Error('There is a bench in a test only.');
    return parts;
  };
  const jobs: RoleChangeBench = {
    get amazon() {
      return inTest().amazon;
    },
    get own() {
      return inTest().own;
    },
    onRevoke: (request) => inTest().amazon.carryOut(request),
    onInvite: (request) => inTest().amazon.carryOut(request),
    known(emailAddress) {
      const entry = { invitationId: 'i-1', emailAddress, userName: 'Jane', role: 'viewer' };
      const rest = { createdBy: 'Dana', createdAt: 1, expiresAt: firstEnd * 1000 };
      writeSnapshot(
        bench.store.db,
        { realm: 'sandbox', accountId: account.accountId, name: '' },
        { entries: [{ ...entry, ...rest }], unreadable: 0, beganAt: 10 },
      );
    },
    change: (role = 'admin') =>
      inTest().own.outbox.changeRole({
        invitation: { ...account, invitationId: 'i-1' },
        role,
        notifyInvitedUsers: true,
      }),
    sent: () => bench.amazon.arrived.map(({ method }) => method),
  };
  beforeEach(() => {
    const amazon = lossyAmazon(bench);
    amazon.pending = [listedAs('i-1', jane)];
    jobs.known(jane);
    jobs.onRevoke = amazon.carryOut;
    jobs.onInvite = amazon.carryOut;
    bench.reply = (request) => (request.method === 'PUT' ? jobs.onRevoke(request) : jobs.onInvite(request));
    parts = { amazon, own: outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 20 }) };
  });
  return jobs;
}
