import type { Role } from './members';
import { planFurtherPeople } from './furtherPeople';
import { brandName, personName, slug } from './names';
import type { Person } from './people';
import { createRandom, type Random } from './random';
import {
  planInstanceMembers,
  planInstances,
  type SampleInstance,
  type SampleInstanceMember,
} from './sampleInstances';
import { dana, leo, priya, sam, samplePeople } from './samplePeople';

/** How much sample data to create, and from which seed. */
export interface SampleOptions {
  readonly seed: number;
  readonly accounts: number;
  /** Additional accounts of Dana's, which refuse user changes; none if omitted. */
  readonly instantAccessAccounts?: number;
  readonly invitations: number;
  /** Additional members of each account, who can't sign in; none if omitted. */
  readonly members?: number;
  /** People of the manager account, who inherit access to the accounts it manages; none if omitted. */
  readonly inheritedMembers?: number;
}

export interface SampleAccount {
  readonly accountId: string;
  readonly name: string;
  readonly marketplaceId: string;
  /** Its instance came from instant access, so it refuses user changes (amazon-api §1). */
  readonly isFromInstantAccess: boolean;
}

export interface SampleMember {
  readonly accountId: string;
  readonly userId: string;
  readonly role: Role;
}

/** A manager account. */
export interface SampleManager {
  readonly managerId: string;
  readonly name: string;
  readonly accountIds: readonly string[];
  /** Its members. */
  readonly userIds: readonly string[];
}

export interface SampleInvitation {
  readonly invitationId: string;
  readonly accountId: string;
  readonly email: string;
  readonly userName: string;
  readonly role: Role;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface Sample {
  readonly people: readonly Person[];
  readonly accounts: readonly SampleAccount[];
  readonly members: readonly SampleMember[];
  /** In the order of their accounts. */
  readonly instances: readonly SampleInstance[];
  readonly instanceMembers: readonly SampleInstanceMember[];
  readonly manager: SampleManager;
  /** Oldest first. */
  readonly invitations: readonly SampleInvitation[];
}

const hour = 3_600_000;
const day = 24 * hour;

/** An invitation is valid for two weeks (amazon-api §2). In ms. */
export const invitationLife = 14 * day;

const upperAlphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** The sandbox's initial content: the same for the same options, except for dates, which are relative to `now` (ms). */
export function planSample(options: SampleOptions, now: number): Sample {
  const random = createRandom(options.seed);
  const accounts = Array.from({ length: options.accounts }, (_, index) => planAccount(index, false, random));
  const danasAccounts = accounts.filter((_, index) => danaRole(index) === 'admin');
  const invitations = planInvitations(danasAccounts, options.invitations, random, now);
  // Last, so that the rest of the sample doesn't depend on these.
  const instantAccess = Array.from({ length: options.instantAccessAccounts ?? 0 }, (_, index) =>
    planAccount(options.accounts + index, true, random),
  );
  const { members = 0, inheritedMembers = 0 } = options;
  // Each account has half of them, neighboring ones different halves.
  const further = planFurtherPeople(options.seed, 2 * members + inheritedMembers);
  const [colleagues, managers] = [further.slice(0, 2 * members), further.slice(2 * members)];
  const allMembers = [
    ...accounts.flatMap(({ accountId }, index) => membersOf(accountId, index)),
    ...accounts.flatMap(({ accountId }, index) => furtherMembersOf(accountId, index, colleagues)),
    ...instantAccess.map(({ accountId }): SampleMember => ({
      accountId,
      userId: dana.userId,
      role: 'admin',
    })),
  ];
  const instances = [...accounts, ...instantAccess].flatMap(({ accountId, isFromInstantAccess }, index) =>
    planInstances({
      accountId,
      index,
      isSponsoredAds: isFromInstantAccess || danaRole(index) === 'viewer',
    }),
  );
  const viewers = allMembers.filter(({ role }) => role === 'viewer');
  return {
    people: [...samplePeople, ...further],
    accounts: [...accounts, ...instantAccess],
    manager: {
      managerId: 'amzn1.ads-account.g.sandbox-manager',
      name: 'Northwind Media',
      accountIds: accounts.filter((_, index) => isManaged(index)).map(({ accountId }) => accountId),
      userIds: managers.map(({ userId }) => userId),
    },
    members: allMembers,
    instances,
    instanceMembers: planInstanceMembers(instances, viewers),
    invitations,
  };
}

function planAccount(index: number, isFromInstantAccess: boolean, random: Random): SampleAccount {
  const accountId = `ENTITY${random.text(random.between(13, 16), upperAlphanumeric)}`;
  return { accountId, ...brandName(index), isFromInstantAccess };
}

/** Of fourteen accounts, Dana is a viewer in two, Priya sees nine, and Leo is an admin of seven. */
const danaRole = (index: number): Role => (index % 7 === 5 ? 'viewer' : 'admin');
const priyaSees = (index: number): boolean => index % 3 !== 1;
const leoIsIn = (index: number): boolean => index % 2 === 0;

function membersOf(accountId: string, index: number): SampleMember[] {
  return [
    { accountId, userId: dana.userId, role: danaRole(index) },
    ...(priyaSees(index) ? [{ accountId, userId: priya.userId, role: 'viewer' as const }] : []),
    ...(leoIsIn(index) ? [{ accountId, userId: leo.userId, role: 'admin' as const }] : []),
  ];
}

/** Two out of three accounts belong to the manager account. */
const isManaged = (index: number): boolean => index % 3 !== 2;

/** One in ten is an admin. */
function furtherMembersOf(accountId: string, index: number, colleagues: readonly Person[]): SampleMember[] {
  return colleagues
    .filter((_, place) => (place + index) % 2 === 0)
    .map(({ userId }, place) => ({ accountId, userId, role: place % 10 === 9 ? 'admin' : 'viewer' }));
}

function planInvitations(
  accounts: readonly SampleAccount[],
  count: number,
  random: Random,
  now: number,
): SampleInvitation[] {
  const taken = new Set<string>();
  const samIsInvitedTo = new Set(accounts.slice(0, 2));
  return spread(accounts, count, random)
    .map((account, index) => {
      const isForSam = samIsInvitedTo.delete(account);
      const userName = isForSam ? sam.name : personName(random);
      const email = isForSam ? sam.email : freeAddress(userName, account, taken);
      const expiresAt = now + timeLeft(index, random);
      return {
        invitationId: `inv-${random.text(24, '0123456789abcdef')}`,
        accountId: account.accountId,
        email,
        userName,
        role: random.between(1, 10) <= 3 ? ('admin' as const) : ('viewer' as const),
        createdBy: random.between(1, 10) <= 7 ? dana.email : random.pick(otherInviters),
        createdAt: expiresAt - invitationLife,
        expiresAt,
      };
    })
    .sort((one, other) => one.createdAt - other.createdAt);
}

const otherInviters = [leo.email, 'm.ferreira@northwind-media.example'] as const;

/**
 * The account of each invitation: the first account gets more than a page of 50, about two thirds of the others share the rest,
 * and some have none.
 */
function spread(accounts: readonly SampleAccount[], count: number, random: Random): SampleAccount[] {
  const [biggest, ...others] = accounts;
  if (biggest === undefined) return [];
  const [first, ...further] = others.slice(0, Math.ceil(others.length * 0.7));
  if (first === undefined) return Array.from({ length: count }, () => biggest);

  const inBiggest = Math.min(count, Math.max(51, Math.ceil(count / 10)));
  const sharing = [first, ...further] as const;
  return Array.from({ length: count }, (_, index) =>
    index < inBiggest ? biggest : (sharing[index - inBiggest] ?? random.pick(sharing)),
  );
}

/** An address at the brand's own host that nobody else has. */
function freeAddress(userName: string, account: SampleAccount, taken: Set<string>): string {
  const [local, host] = [slug(userName, '.'), `${slug(account.name, '-')}.example`];
  for (let attempt = 1; ; attempt += 1) {
    const address = `${local}${attempt === 1 ? '' : String(attempt)}@${host}`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}

/** In ms. One in twelve has hours left, another one to three days, the others up to two weeks. */
function timeLeft(index: number, random: Random): number {
  if (index % 12 === 1) return random.between(2 * hour, 20 * hour);
  if (index % 12 === 5) return random.between(day, 3 * day);
  return random.between(3 * day, invitationLife - hour);
}
