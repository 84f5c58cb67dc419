import { mailboxKey } from '../../../shared/domain/invitation/person';
import { toSearchText } from '../../../shared/text/searchText';
import type { CheckedInput } from '../../../shared/bridge/ipc';
import type { Database } from '../../storage/database';
import { likePattern } from '../../storage/likePattern';
import { requireAccount } from '../accountAccess';
import { instanceAccessState, withInstanceAccess } from '../instances/accessState';
import { isInGroups } from '../labels/labelsInSql';

/** Which invitations to return; see the channel's input. Without `accounts`: those of every account with a connection. */
export type InvitationFilter = Omit<
  CheckedInput<'invitations.list'>,
  'sort' | 'descending' | 'limit' | 'offset'
>;

/** A filter in SQL over the table `invitations`. */
export interface Conditions {
  /** Fixed text; anything a person entered is bound as a value. */
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const dayMs = 86_400_000;

/**
 * @param now ms since 1970
 * @throws CodedError NOT_FOUND when a connection doesn't reach a given account
 */
export function conditionsOf(db: Database, filter: InvitationFilter, now: number): Conditions {
  withInstanceAccess(db);
  const where: string[] = [];
  const values: Record<string, string | number> = {};
  const add: AddCondition = (condition, more = {}) => {
    where.push(condition);
    Object.assign(values, more);
  };
  addAccounts(add, db, filter);
  addFields(add, filter);
  addTimes(add, filter, now);
  if (filter.latestOnly === true) add(`NOT EXISTS (${newerOne})`);
  const search = toSearchText(filter.search ?? '');
  if (search !== '') add(`search_text LIKE :search ESCAPE '\\'`, { search: likePattern(search) });
  return { where: where.join(' AND '), values };
}

/** Adds a condition with its named values. */
type AddCondition = (condition: string, values?: Record<string, string | number>) => void;

function addAccounts(add: AddCondition, db: Database, filter: InvitationFilter): void {
  if (filter.accounts === undefined) {
    // Invitations that expire soon are listed in order to resend them.
    add(filter.expiresWithinDays === undefined ? inReach : usable);
  } else {
    const accounts = filter.accounts.map((account) => requireAccount(db, account));
    add(
      `(realm, account_id) IN (SELECT value ->> 'realm', value ->> 'accountId' FROM json_each(:accounts))`,
      {
        accounts: JSON.stringify(accounts),
      },
    );
  }
  if (filter.groups !== undefined) {
    add(isInGroups('invitations'), { groups: JSON.stringify(filter.groups) });
  }
  if (filter.connections !== undefined) {
    add(
      `(realm, account_id) IN (SELECT realm, account_id FROM ways_in
         WHERE connection_id IN (SELECT value FROM json_each(:connections)))`,
      { connections: JSON.stringify(filter.connections) },
    );
  }
}

function addFields(add: AddCondition, filter: InvitationFilter): void {
  const among = (expression: string, name: string, list: readonly string[] | undefined): void => {
    if (list === undefined) return;
    add(`${expression} IN (SELECT value FROM json_each(:${name}))`, { [name]: JSON.stringify(list) });
  };
  among('state', 'states', filter.states);
  // The first part uses an index.
  if (filter.instanceAccess !== undefined) add(`state = 'accepted'`);
  among(instanceAccessState, 'instanceAccess', filter.instanceAccess);
  among(
    'lower(role)',
    'roles',
    filter.roles?.map((role) => role.toLowerCase()),
  );
  among(domainOf, 'domains', filter.domains?.map(mailboxKey));
  among('created_by', 'createdBy', filter.createdBy);
  if (filter.sentByMe === true) add(`EXISTS (${madeHere})`);
}

/** @param now ms since 1970 */
function addTimes(add: AddCondition, filter: InvitationFilter, now: number): void {
  const { expiresWithinDays, expiresFrom, expiresTo, createdFrom, createdTo, stateChangedWithinDays } =
    filter;
  if (expiresWithinDays !== undefined) {
    add('expires_at > :now AND expires_at <= :expiresTo', {
      now,
      expiresTo: now + expiresWithinDays * dayMs,
    });
  }
  if (expiresFrom !== undefined) add('expires_at >= :expiresFrom', { expiresFrom });
  if (expiresTo !== undefined) add('expires_at < :expiresBefore', { expiresBefore: expiresTo });
  if (createdFrom !== undefined) add('created_at >= :createdFrom', { createdFrom });
  if (createdTo !== undefined) add('created_at < :createdTo', { createdTo });
  if (stateChangedWithinDays !== undefined) {
    // As in stateSince. Only the first part uses an index: an invitation isn't known to have expired before it does.
    add(
      `state_changed_at >= :changedFrom
       AND (state <> 'lapsed' OR coalesce(expires_at, state_changed_at) >= :changedFrom)`,
      { changedFrom: now - stateChangedWithinDays * dayMs },
    );
  }
}

const inReach = '(realm, account_id) IN (SELECT realm, account_id FROM ways_in)';
/** As in `isUsable`. */
const usable =
  '(realm, account_id) IN (SELECT realm, account_id FROM ways_in WHERE reachable = 1 AND can_invite IS NOT 0)';

/** The part after the @. */
export const domainOf = `lower(substr(email_address, instr(email_address, '@') + 1))`;

/** Evaluated per invitation: looking up a list of all of ours in the table one by one takes ten times as long. */
const madeHere = `SELECT 1 FROM operations
  WHERE operations.invitation_id = invitations.invitation_id AND operations.realm = invitations.realm
    AND operations.account_id = invitations.account_id AND kind = 'create' AND status = 'done'`;

/**
 * Whatever happened to the newer one: a person revoked since isn't waiting to be invited. Without the index hint SQLite reads all
 * of an account for each person.
 */
const newerOne = `SELECT 1 FROM invitations AS newer INDEXED BY invitations_by_person
  WHERE newer.realm = invitations.realm AND newer.account_id = invitations.account_id
    AND newer.email_address = invitations.email_address COLLATE NOCASE
    AND (newer.first_seen_at, newer.invitation_id) > (invitations.first_seen_at, invitations.invitation_id)`;
