import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { groupBy } from '../../../shared/util/groupBy';
import { readIdentities } from '../../access/ledger/identities';
import { standingDecisions } from '../../access/ledger/identityRules';
import { isListedLike } from '../../access/ledger/personMembers';
import { maskOf } from '../../access/accountUsers';
import { membershipsOf } from '../../access/members/listing/listedUsers';
import { usersLike } from '../../access/members/listing/usersLike';
import { isWholeAddress } from '../../access/refresh/evidence';
import { lastSeenColumn } from '../../access/refresh/unchangedListing';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';

/**
 * Whether the last access of an address ended, and the last thing was done about it, before a time (ms since 1970). False if that
 * isn't known. It is called for tens of thousands, most of whom the first query decides.
 */
export function isAddressOver(db: Database, address: string, before: number): boolean {
  const { latest, isOpen } = prepared(db, addressTimes).get({ address }) as unknown as Times;
  if (isOpen === 1 || latest === null || latest >= before) return false;
  const accepted = prepared(db, acceptedInvitations).all({ address }) as unknown as AcceptedInvitation[];
  const key = mailboxKey(address);
  return !mayHaveAccess(db, key) && accepted.every((each) => (endOf(db, key, each) ?? Infinity) < before);
}

/** The same for a user ID. */
export function isUserOver(db: Database, { realm, userId }: MemberPersonRef, before: number): boolean {
  const { latest, isOpen } = prepared(db, userTimes).get({ realm, userId }) as unknown as Times;
  return isOpen === 0 && latest !== null && latest < before;
}

interface Times {
  readonly latest: number | null;
  readonly isOpen: 0 | 1;
}

/** The latest of several times; null if none is known. */
function latestOf(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}

const ofAddress = 'email_address = :address COLLATE NOCASE';
const invitationsOfAddress = `accounts CROSS JOIN invitations INDEXED BY invitations_by_person USING (realm, account_id) WHERE ${ofAddress}`;

const addressTimes = `SELECT
  (SELECT max(at) FROM (
    SELECT max(state_changed_at, coalesce(${lastSeenColumn}, 0), coalesce(created_at, 0)) AS at FROM ${invitationsOfAddress}
    UNION ALL SELECT coalesce(settled_at, created_at) FROM operations WHERE ${ofAddress}
    UNION ALL SELECT at FROM activity WHERE ${ofAddress}
    UNION ALL SELECT changed_at FROM batch_rows JOIN batches USING (batch_id) WHERE ${ofAddress}
    UNION ALL SELECT received_at FROM received_rows JOIN received_files USING (file_id) WHERE ${ofAddress}
    UNION ALL SELECT at FROM identity_decisions WHERE email_address = :address
  )) AS latest,
  EXISTS (SELECT 1 FROM ${invitationsOfAddress} AND state = 'pending') AS isOpen`;

const userTimes = `SELECT
  (SELECT max(at) FROM (
    SELECT max(coalesce(gone_at, 0), last_seen_at) AS at FROM members WHERE realm = :realm AND user_id = :userId
    UNION ALL SELECT coalesce(settled_at, created_at) FROM operations WHERE realm = :realm AND user_id = :userId
    UNION ALL SELECT at FROM activity WHERE realm = :realm AND user_id = :userId
    UNION ALL SELECT at FROM identity_decisions WHERE realm = :realm AND user_id = :userId
  )) AS latest,
  EXISTS (SELECT 1 FROM members WHERE realm = :realm AND user_id = :userId AND gone_at IS NULL) AS isOpen`;

interface AcceptedInvitation {
  readonly realm: string;
  readonly accountId: string;
  readonly acceptedAt: number;
}

const acceptedInvitations = `
  SELECT realm, account_id AS accountId, state_changed_at AS acceptedAt FROM ${invitationsOfAddress} AND state = 'accepted'`;

/**
 * Whether Amazon lists somebody who is, or may be, the person: also a mask that fits counts here, because nobody is erased by
 * mistake.
 */
function mayHaveAccess(db: Database, key: string): boolean {
  const users = usersLike(db, key).filter(({ maskedEmail }) => isListedLike(maskedEmail, key));
  return [...groupBy(users, ({ realm }) => realm)].some(([realm, ofRealm]) => {
    const userIds = [...new Set(ofRealm.map(({ userId }) => userId))];
    const present = membershipsOf(db, realm, userIds).filter(({ goneAt }) => goneAt === null);
    if (present.length === 0) return false;
    const identities = readIdentities(db, realm, userIds);
    return present.some(({ userId }) => {
      const identity = identities.get(userId);
      if (identity === undefined) return true;
      const { link, facts } = identity;
      if (link.confidence === 'certain') return link.address === key;
      return !standingDecisions(facts.decisions).some(
        (decision) => decision.kind === 'notSame' && mailboxKey(decision.address) === key,
      );
    });
  });
}

/**
 * When access by an accepted invitation ended at the latest; null if that isn't known. It has ended if a complete list of the
 * account read since shows everybody in a form that says who it isn't; those who fit were looked at before.
 */
function endOf(
  db: Database,
  key: string,
  { realm, accountId, acceptedAt }: AcceptedInvitation,
): number | null {
  const { asOf } = prepared(
    db,
    `SELECT max(as_of) AS asOf FROM member_lists
     WHERE realm = ? AND account_id = ? AND list IN ('direct', 'unscoped')`,
  ).get(realm, accountId) as { readonly asOf: number | null };
  if (asOf === null || asOf <= acceptedAt) return null;
  const members = prepared(
    db,
    `SELECT masked_email AS maskedEmail, first_seen_at AS firstSeenAt, gone_at AS goneAt
     FROM members WHERE realm = ? AND account_id = ?`,
  ).all(realm, accountId) as unknown as ListedMember[];
  const mayBeAnybody = ({ maskedEmail }: ListedMember): boolean =>
    !isWholeAddress(maskedEmail) && maskOf(maskedEmail) === null;
  if (members.some((member) => member.goneAt === null && mayBeAnybody(member))) return null;
  const left = latestOf(
    members.map(({ maskedEmail, goneAt }) => (isListedLike(maskedEmail, key) ? goneAt : null)),
  );
  // Somebody whom no list ever showed had left before the first one was read.
  const firstList = members.length === 0 ? asOf : Math.min(...members.map(({ firstSeenAt }) => firstSeenAt));
  return latestOf([acceptedAt, left ?? firstList]);
}

interface ListedMember {
  readonly maskedEmail: string;
  readonly firstSeenAt: number;
  readonly goneAt: number | null;
}
