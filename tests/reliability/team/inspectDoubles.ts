import type { TeamDouble } from '../../../shared/domain/team/teamDouble';
import type { StoreClaim } from './inspectClaims';

/** An invitation as the sandbox has it. */
export interface Invitation {
  readonly invitationId: string;
  readonly mails: number;
  readonly state: string;
}

/** Who was invited, and asked for, more than once, by `<who> in <account>`. */
export interface Doubled {
  readonly invitations: ReadonlyMap<string, readonly Invitation[]>;
  /** Calls for what was done or under way, in words. */
  readonly calls: readonly string[];
  /** Invitations that a person repeated knowingly. */
  readonly repeated: ReadonlySet<string>;
  /** Changes that people let be sent without the store. */
  readonly solo: ReadonlySet<string>;
  readonly claims: readonly StoreClaim[];
  /** What each desktop lists, by name, once everybody has heard of everything. */
  readonly listed: ReadonlyMap<string, readonly TeamDouble[]>;
}

interface Found {
  readonly doubled: string[];
  readonly untrue: string[];
}

/**
 * One invitation a person and account, but for what a person repeated knowingly, and what was sent without the store: that may be
 * doubled, but then every desktop lists it and proposes which one to revoke, and nothing was revoked.
 */
export function judgeDoubles(rest: Doubled, found: Found): void {
  for (const [key, rows] of rest.invitations) {
    if (rows.length > 1 && !rest.repeated.has(key)) judgeInvitations(rest, key, rows.length, found);
    for (const { invitationId, mails, state } of rows) {
      if (mails > 1) found.doubled.push(`${key} got ${String(mails)} emails about ${invitationId}`);
      if (state !== 'PENDING')
        found.untrue.push(`${key}: ${invitationId} is ${state}, which nobody asked for`);
    }
  }
  for (const call of rest.calls)
    if (!isDecided(call, rest)) found.doubled.push(`${call} was asked for twice`);
  for (const [desktop, doubles] of rest.listed) {
    for (const { emailAddress, account } of doubles) {
      const key = `${emailAddress} in ${account?.accountId ?? ''}`;
      if ((rest.invitations.get(key)?.length ?? 0) < 2)
        found.untrue.push(`${desktop} lists ${key} as invited twice`);
    }
  }
}

function judgeInvitations({ claims, listed }: Doubled, key: string, count: number, found: Found): void {
  const solo = claims.filter(
    ({ origin, state, who, accountId }) =>
      origin === 'solo' && state === 'done' && `${who} in ${accountId}` === key,
  ).length;
  if (count > 1 + solo) {
    found.doubled.push(`${key} has ${String(count)} invitations, ${String(solo)} sent without the store`);
    return;
  }
  for (const [desktop, doubles] of listed) {
    const isProposed = doubles.some(
      ({ emailAddress, account, proposed }) =>
        `${emailAddress} in ${account?.accountId ?? ''}` === key && proposed !== null,
    );
    if (!isProposed)
      found.untrue.push(`${desktop} proposes nothing about ${key}, who has ${String(count)} invitations`);
  }
}

/** Whether people decided that something is asked for again, or asked for without the store. */
const isDecided = (call: string, { repeated, solo }: Doubled): boolean =>
  [...repeated].some((key) => call.startsWith(`invite ${key.replace(' in ', ' to ')}`)) ||
  [...solo].some((key) =>
    key.split(' in ').every((part) => call.includes(`${part},`) || `${call} `.includes(`${part} `)),
  );
