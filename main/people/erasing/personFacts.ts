import { mailboxKey } from '../../../shared/domain/invitation/person';
import { actorParts } from '../../../shared/domain/activity';
import type { ErasureSubject } from '../../../shared/domain/person/erasure';
import { memberPersonKey, type MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { groupBy } from '../../../shared/util/groupBy';
import { usersDecidedFor } from '../../access/ledger/decisions';
import { readIdentities } from '../../access/ledger/identities';
import { usersLike } from '../../access/members/listing/usersLike';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { Database } from '../../storage/database';

/** By what somebody is named in the stored data. */
export interface PersonFacts {
  /** Whole addresses, in the form of `mailboxKey`. */
  readonly addresses: readonly string[];
  readonly users: readonly MemberPersonRef[];
  readonly invitationIds: readonly string[];
  readonly names: readonly string[];
  /** Masked addresses with which Amazon listed the user IDs. Others may have the same. */
  readonly masks: readonly string[];
}

/**
 * Everything that is certainly the subject's, according to the identity ledger. A mask alone makes nothing certain.
 * @param actors everybody in the record who did something; read if omitted
 */
export function personFacts(
  db: Database,
  subject: ErasureSubject,
  actors: Iterable<string> = readActors(db),
): PersonFacts {
  const { addresses, users } = certainIdentity(db, subject);
  const rows = rowsAbout(db, addresses, users);
  const texts = (column: keyof AboutRow): string[] => [
    ...new Set(rows.map((row) => row[column]?.trim().normalize('NFC') ?? '').filter((text) => text !== '')),
  ];
  return {
    ...{ addresses, users },
    invitationIds: texts('invitationId'),
    names: [...new Set([...texts('name'), ...actorNames(actors, addresses)])],
    masks: texts('address').filter((text) => !isWholeAddress(text)),
  };
}

/** The addresses and user IDs that lead to each other with certainty, in any number of steps. */
function certainIdentity(
  db: Database,
  subject: ErasureSubject,
): { readonly addresses: readonly string[]; readonly users: readonly MemberPersonRef[] } {
  const addresses = new Set<string>();
  const users = new Map<string, MemberPersonRef>();
  const newAddresses = subject.emailAddresses.map(mailboxKey);
  const newUsers = [...subject.members];
  while (newAddresses.length + newUsers.length > 0) {
    const key = newAddresses.pop();
    if (key !== undefined && !addresses.has(key)) {
      addresses.add(key);
      newUsers.push(...certainUsers(db, key));
    }
    const user = newUsers.pop();
    if (user === undefined || users.has(memberPersonKey(user))) continue;
    const { realm, userId } = user;
    users.set(memberPersonKey(user), { realm, userId });
    const link = readIdentities(db, realm, [userId]).get(userId)?.link;
    if (link?.confidence === 'certain' && link.address !== null) newAddresses.push(link.address);
  }
  return { addresses: [...addresses].sort(), users: [...users.values()] };
}

function certainUsers(db: Database, key: string): MemberPersonRef[] {
  const candidates = [
    ...usersLike(db, key).filter(({ maskedEmail }) => mailboxKey(maskedEmail) === key),
    ...usersDecidedFor(db, key),
  ];
  return [...groupBy(candidates, ({ realm }) => realm)].flatMap(([realm, ofRealm]) =>
    [
      ...readIdentities(
        db,
        realm,
        ofRealm.map(({ userId }) => userId),
      ),
    ].flatMap(([userId, { link }]) =>
      link.confidence === 'certain' && link.address === key ? [{ realm, userId }] : [],
    ),
  );
}

interface AboutRow {
  readonly name: string | null;
  readonly address: string | null;
  readonly invitationId: string | null;
}

/** What the rows about these addresses and user IDs say. */
function rowsAbout(
  db: Database,
  addresses: readonly string[],
  users: readonly MemberPersonRef[],
): AboutRow[] {
  const byAddress = addresses.flatMap(
    (address) => db.prepare(aboutAddress).all({ address }) as unknown as AboutRow[],
  );
  const byUser = users.flatMap(
    ({ realm, userId }) => db.prepare(aboutUser).all({ realm, userId }) as unknown as AboutRow[],
  );
  return [...byAddress, ...byUser];
}

/** Whether this folder knows an invitation as somebody else's: what a colleague says of it doesn't count then. */
const isOthers = (invitationId: string): string => `(
    EXISTS (SELECT 1 FROM accounts CROSS JOIN invitations AS own USING (realm, account_id)
      WHERE own.invitation_id = ${invitationId} AND own.email_address <> :address COLLATE NOCASE)
    OR EXISTS (SELECT 1 FROM operations AS own
      WHERE own.invitation_id = ${invitationId} AND own.email_address <> :address COLLATE NOCASE))`;

const aboutAddress = `
  SELECT user_name AS name, NULL AS address, invitation_id AS invitationId
    FROM accounts CROSS JOIN invitations INDEXED BY invitations_by_person USING (realm, account_id) WHERE email_address = :address COLLATE NOCASE
  UNION SELECT user_name, NULL, invitation_id FROM operations WHERE email_address = :address COLLATE NOCASE
  UNION SELECT user_name, NULL, invitation_id FROM activity WHERE email_address = :address COLLATE NOCASE
  UNION SELECT user_name, NULL, NULL FROM batch_rows WHERE email_address = :address COLLATE NOCASE
  UNION SELECT user_name, NULL, NULL FROM received_rows WHERE email_address = :address COLLATE NOCASE
  UNION SELECT body ->> 'userName', NULL, iif(${isOthers(`body ->> 'invitationId'`)}, NULL, body ->> 'invitationId')
    FROM team_facts WHERE person = :address
  UNION SELECT name, NULL, NULL FROM directory_people WHERE address = :address
  UNION SELECT names.value, NULL, NULL FROM leavers, json_each(names) AS names
    WHERE EXISTS (SELECT 1 FROM json_each(subject, '$.emailAddresses') AS each
      WHERE each.value = :address COLLATE NOCASE)`;

const aboutUser = `
  SELECT NULL AS name, masked_email AS address, NULL AS invitationId FROM members WHERE realm = :realm AND user_id = :userId
  UNION SELECT user_name, email_address, NULL FROM operations WHERE realm = :realm AND user_id = :userId
  UNION SELECT user_name, email_address, NULL FROM activity WHERE realm = :realm AND user_id = :userId
  UNION SELECT body ->> 'userName', coalesce(body ->> 'maskedEmail', body ->> 'emailAddress'), NULL
    FROM team_facts WHERE realm = :realm AND user_id = :userId
  UNION SELECT names.value, NULL, NULL FROM leavers, json_each(names) AS names
    WHERE EXISTS (SELECT 1 FROM json_each(subject, '$.members') AS each
      WHERE each.value ->> 'realm' = :realm AND each.value ->> 'userId' = :userId)`;

const readActors = (db: Database): string[] =>
  (db.prepare('SELECT DISTINCT actor FROM activity').all() as { readonly actor: string }[]).map(
    ({ actor }) => actor,
  );

/** The names with which these addresses stand in the record as those who did something. */
function actorNames(actors: Iterable<string>, addresses: readonly string[]): string[] {
  const names: string[] = [];
  for (const actor of actors) {
    const { name, emailAddress } = actorParts(actor);
    if (emailAddress !== null && addresses.includes(mailboxKey(emailAddress))) names.push(name);
  }
  return names;
}
