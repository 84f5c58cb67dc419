import type { ErasureObstacles } from '../../../shared/domain/person/erasure';
import { isOpenSql } from '../../../shared/domain/outbox/openStatuses';
import type { Database } from '../../storage/database';
import type { PersonFacts } from './personFacts';

/** What is open, and the accounts that no connection reaches, so that nothing in them can be ended. */
export interface OpenThings {
  readonly obstacles: ErasureObstacles;
  readonly unreachable: number;
}

/**
 * What is open about somebody. In an account that no connection reaches, access and expired invitations don't count: nobody could
 * end them with this app, and what is stored of them is only how it was when the account was last read.
 * @param now ms since 1970
 */
export function openThings(db: Database, facts: PersonFacts, now: number): OpenThings {
  const values = {
    addresses: JSON.stringify(facts.addresses),
    users: JSON.stringify(facts.users),
    invitationIds: JSON.stringify(facts.invitationIds),
  };
  const numbers = (sql: string): number => {
    const named = Object.entries({ ...values, now }).filter(([name]) => sql.includes(`:${name}`));
    return (db.prepare(sql).get(Object.fromEntries(named)) as { readonly count: number }).count;
  };
  return {
    obstacles: {
      invitations: numbers(pendingInvitations),
      operations: numbers(unsettledOperations) + numbers(stagedCalls),
      batchRows: numbers(unsentRows),
      accounts: numbers(listedAccounts(true)),
      connections: numbers(ownConnections),
    },
    unreachable: numbers(listedAccounts(false)),
  };
}

const isOwnAddress = (column: string): string =>
  `lower(trim(${column})) IN (SELECT value FROM json_each(:addresses))`;
const isOwnUser = (realm: string, userId: string): string =>
  `(${realm}, ${userId}) IN (SELECT value ->> 'realm', value ->> 'userId' FROM json_each(:users))`;
const isReachable = (table: string): string =>
  `EXISTS (SELECT 1 FROM ways_in WHERE ways_in.realm = ${table}.realm AND ways_in.account_id = ${table}.account_id
     AND reachable = 1)`;

const pendingInvitations = `
  SELECT count(*) AS count FROM json_each(:addresses) AS each CROSS JOIN accounts
    CROSS JOIN invitations INDEXED BY invitations_by_person ON invitations.realm = accounts.realm AND invitations.account_id = accounts.account_id
      AND email_address = each.value COLLATE NOCASE
  WHERE state = 'pending' AND (expires_at IS NULL OR expires_at > :now OR ${isReachable('invitations')})`;

const unsettledOperations = `
  SELECT count(*) AS count FROM operations
  WHERE ${isOpenSql}
    AND (${isOwnAddress('email_address')} OR ${isOwnUser('realm', 'user_id')}
      OR invitation_id IN (SELECT value FROM json_each(:invitationIds)))`;

/** Agreed to, and not in the journal yet. */
const stagedCalls = `
  SELECT count(*) AS count FROM stagings JOIN staged_calls USING (staging_id), json_each(call, '$.operations') AS staged
  WHERE run_id IS NOT NULL
    AND (${isOwnAddress("staged.value ->> 'emailAddress'")}
      OR ${isOwnUser("call ->> 'realm'", "staged.value ->> 'userId'")})`;

const unsentRows = `
  SELECT count(*) AS count FROM batch_rows JOIN batches USING (batch_id)
  WHERE operation_id IS NULL AND removed_at IS NULL AND ${isOwnAddress('email_address')}`;

const listedAccounts = (reachable: boolean): string => `
  SELECT count(DISTINCT members.realm || char(10) || members.account_id) AS count
  FROM json_each(:users) AS each
    JOIN members ON members.realm = each.value ->> 'realm' AND members.user_id = each.value ->> 'userId'
  WHERE gone_at IS NULL AND ${reachable ? '' : 'NOT '}${isReachable('members')}`;

const ownConnections = `
  SELECT count(*) AS count FROM connections
  WHERE ${isOwnAddress("coalesce(identity ->> 'email', '')")}
    OR ${isOwnUser('realm', "identity ->> 'userId'")}`;
