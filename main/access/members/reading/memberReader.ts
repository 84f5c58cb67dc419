import type { ErrorBody } from '../../../../shared/errors';
import type { AdsError } from '../../../amazonAds/adsError';
import type { AdsClient } from '../../../amazonAds/client/client';
import { whereAvailable } from '../../../amazonAds/users/availability';
import { readUserRoles } from '../../../amazonAds/users/userRoles';
import { relaxedTransaction } from '../../../storage/transaction';
import { writeTurn } from '../../../storage/writeTurn';
import { writeListings, writeListProblem, writeRole, type AccountPlace } from '../memberFacts';
import type { MembersDeps } from '../membersDeps';
import { readListings } from './readListings';
import { createRecentReadings, type RecentReadings } from './recentReadings';

/** How reading an account's lists ended. */
export interface ListsRead {
  /** Whether any list could be read. */
  readonly hasMembers: boolean;
  /** Why a list couldn't be read, except for a scope that Amazon doesn't accept; null if all could. */
  readonly error: ErrorBody | null;
  /** What prevented it from continuing, except for Amazon's own refusals; null if nothing did. */
  readonly stoppedBy: { readonly thrown: unknown } | null;
  /** See ListingsRead. */
  readonly unavailable: AdsError | null;
}

/** A member in an account. */
export interface MemberPlace extends AccountPlace {
  readonly userId: string;
}

/** Reads members from Amazon into the store. */
export interface MemberReader {
  /** What was read a short time ago. */
  readonly recent: RecentReadings;
  /** Reads an account's lists and writes them in one transaction. Rejects only if nothing can be stored. */
  readLists(account: AccountPlace, client: AdsClient): Promise<ListsRead>;
  /**
   * Reads one member's direct role.
   * @returns what to write, or the status, 403 or 404, if Amazon doesn't offer it
   * @throws AdsError or CodedError if it couldn't be read
   */
  readRole(member: MemberPlace, client: AdsClient): Promise<RoleRead | number>;
  /** Writes several of them in one transaction. */
  writeRoles(roles: readonly RoleRead[]): Promise<void>;
}

/** Amazon's answer about a member's direct role. */
export interface RoleRead {
  readonly member: MemberPlace;
  /** Null if Amazon names none. */
  readonly role: string | null;
  /** ms since 1970, before Amazon was asked. */
  readonly beganAt: number;
  /** The same by a clock that never jumps. */
  readonly startedAt: number;
}

export function createMemberReader({
  db,
  now,
  monotonic,
  changed,
}: Pick<MembersDeps, 'db' | 'now' | 'monotonic' | 'changed'>): MemberReader {
  const recent = createRecentReadings();
  return {
    recent,
    async readLists({ realm, accountId }, client) {
      const startedAt = monotonic();
      const { listings, problems, stoppedBy, unavailable } = await readListings(client, accountId, now);
      // A stop by a person isn't a problem of the account.
      const worthNoting = problems.filter(({ error }) => error.code !== 'NOT_SENT');
      const place = { realm, accountId };
      await writeTurn(db);
      relaxedTransaction(db, () => {
        writeListings(db, place, listings, now());
        for (const problem of worthNoting) writeListProblem(db, place, problem);
      });
      if (listings.some(({ list, unreadable }) => list !== 'inherited' && unreadable === 0))
        recent.listed(place, startedAt);
      changed('members.changed');
      const hasList = listings.some(({ list }) => list === 'unscoped');
      const serious = problems.find(({ error }) => !(hasList && error.code === 'BAD_REQUEST'));
      return { hasMembers: listings.length > 0, error: serious?.error ?? null, stoppedBy, unavailable };
    },
    async readRole(member, client) {
      const [beganAt, startedAt] = [now(), monotonic()];
      const answer = await whereAvailable(() => readUserRoles(client, member.accountId, member.userId));
      if (!answer.available) return answer.error.httpStatus ?? 404;
      return { member, role: roleOf(answer.value), beganAt, startedAt };
    },
    async writeRoles(roles) {
      if (roles.length === 0) return;
      await writeTurn(db);
      relaxedTransaction(db, () => {
        for (const { member, role, beganAt } of roles) writeRole(db, member, { role, beganAt, now: now() });
      });
      for (const { member, startedAt } of roles) recent.roleRead(member, startedAt);
      changed('members.changed');
    },
  };
}

/** The roles as one text: known ones in lower case, others as Amazon writes them; null if there are none. */
function roleOf(roles: readonly string[]): string | null {
  const names = roles.map((name) => (/^(admin|editor|viewer)$/i.test(name) ? name.toLowerCase() : name));
  return names.length === 0 ? null : [...new Set(names)].sort().join(', ');
}
