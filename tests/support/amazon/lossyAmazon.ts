import {
  confirming,
  requestedIn,
  success,
  type InvitingBench,
  type RequestedPerson,
} from '../benches/inviting';
import type { Arrived, Reply } from './loopbackAmazon';

export interface Listed {
  readonly invitationId: string;
  readonly user?: object;
  readonly permissionSet?: object;
  /** Seconds since 1970. */
  readonly expiration?: number;
  readonly createdAt?: number;
  readonly createdBy?: string;
}

/** An Amazon with its own pending list, which carries changes out even if its answer is lost. */
export interface LossyAmazon {
  /** Its pending list; the test may write to it. */
  pending: Listed[];
  /** Carries out an invitation, revocation or resending. @returns the answer that confirms it */
  carryOut(request: Arrived): Reply;
}

const twoWeeks = 14 * 86_400;
export const firstEnd = 1_765_000_000;

/** Turns the bench's Amazon into one; at first no answer is lost. */
export function lossyAmazon(bench: InvitingBench): LossyAmazon {
  const made = new Map<string, number>();
  const invitationOf = (person: RequestedPerson): Listed => {
    const { emailAddress } = person.user;
    const count = (made.get(emailAddress) ?? 0) + 1;
    made.set(emailAddress, count);
    const first = success(person) as Listed;
    return count === 1 ? first : { ...first, invitationId: `${first.invitationId}-${String(count)}` };
  };
  const amazon: LossyAmazon = {
    pending: [],
    carryOut(request) {
      if (request.method === 'POST') {
        const invitations = requestedIn(request).map(invitationOf);
        amazon.pending.push(...invitations);
        return confirming(invitations);
      }
      const { updates } = JSON.parse(request.body) as { updates: { invitationId: string; state: string }[] };
      for (const { invitationId, state } of updates) {
        amazon.pending = amazon.pending.flatMap((entry) => {
          if (entry.invitationId !== invitationId) return [entry];
          return state === 'REVOKED' ? [] : [{ ...entry, expiration: (entry.expiration ?? 0) + twoWeeks }];
        });
      }
      return { json: { successes: updates } };
    },
  };
  bench.reply = amazon.carryOut;
  bench.list = () => ({ json: { invitations: amazon.pending } });
  return amazon;
}

/** `emailAddress` is pending as `invitationId`. */
export const listedAs = (invitationId: string, emailAddress: string, role = 'viewer'): Listed => ({
  invitationId,
  user: { emailAddress, userName: 'P' },
  permissionSet: { type: 'ROLE', role: { name: role } },
  expiration: firstEnd,
});
