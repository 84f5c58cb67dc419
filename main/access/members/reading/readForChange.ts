import type { AccountRef } from '../../../../shared/domain/account/account';
import type { ErrorBody } from '../../../../shared/errors';
import { requireAccount } from '../../accountAccess';
import { unreadableEntries } from '../../refresh/refreshText';
import { readMembers, type AccountPlace } from '../memberFacts';
import type { MemberReader } from './memberReader';
import type { MembersDeps } from '../membersDeps';

/** How an account's members are read before a change of them, or after one whose answer was lost. */
export interface ReadForChange {
  /** Readings that began no longer ago are used; in ms. */
  readonly maxAgeMs: number;
  /** The members whose roles matter; null: all with direct access. */
  readonly rolesOf: ReadonlySet<string> | null;
  /** Waits until the next call may be sent. @returns false if no more may be sent */
  readonly turn: () => Promise<boolean>;
}

/**
 * - `ended`: no more calls may be sent.
 * - `incomplete`: why the list couldn't be read completely.
 * - `rolesUnread`: the members whose role Amazon doesn't offer now; everything else is recent.
 */
export type ReadBeforeChange =
  'ended' | { readonly incomplete: ErrorBody } | { readonly rolesUnread: ReadonlySet<string> };

/**
 * Reads who has direct access to an account, and each one's direct role, as far as that isn't recent enough.
 * @throws AdsError or CodedError if the list couldn't be read at all, or a role couldn't
 */
export async function readForChange(
  deps: Pick<MembersDeps, 'db' | 'clientOf' | 'monotonic'>,
  reader: MemberReader,
  account: AccountRef,
  { maxAgeMs, rolesOf, turn }: ReadForChange,
): Promise<ReadBeforeChange> {
  const { db, clientOf, monotonic } = deps;
  const place = requireAccount(db, account);
  const client = await clientOf(account.connectionId);
  const since = monotonic() - maxAgeMs;
  if (!reader.recent.isListed(place, since)) {
    if (!(await turn())) return 'ended';
    const { error, stoppedBy, unavailable } = await reader.readLists(place, client);
    if (stoppedBy !== null) throw stoppedBy.thrown;
    if (unavailable !== null) throw unavailable;
    if (!reader.recent.isListed(place, since))
      return { incomplete: error ?? unreadableEntries(1, 'member').toBody() };
  }
  const rolesUnread = new Set<string>();
  for (const userId of directMembers(deps, place)) {
    const member = { ...place, userId };
    if (rolesOf?.has(userId) === false || reader.recent.isRoleRead(member, since)) continue;
    if (!(await turn())) return 'ended';
    const read = await reader.readRole(member, client);
    if (typeof read === 'number') rolesUnread.add(userId);
    else await reader.writeRoles([read]);
  }
  return { rolesUnread };
}

const directMembers = ({ db }: Pick<MembersDeps, 'db'>, place: AccountPlace): string[] =>
  readMembers(db, place).flatMap(({ goneAt, scope, userId }) =>
    goneAt === null && scope !== 'inherited' ? [userId] : [],
  );
