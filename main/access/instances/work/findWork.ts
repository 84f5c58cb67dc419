import type { InstanceAccessState } from '../../../../shared/domain/account/instanceAccessState';
import { toSearchText } from '../../../../shared/text/searchText';
import type { Database } from '../../../storage/database';
import { likePattern } from '../../../storage/likePattern';
import { prepared } from '../../../storage/prepared';
import type { Stepwise } from '../../../storage/stepwise';
import { bestConnection } from '../../bestConnection';
import { instanceAccessState, withInstanceAccess } from '../accessState';

/** An account in which a connection administers people, as far as is known. */
export interface AdministeredAccount {
  readonly realm: string;
  readonly accountId: string;
  readonly name: string;
  /** The connection through which it is done. */
  readonly connectionId: string;
}

/** By name. */
export function administeredAccounts(db: Database): readonly AdministeredAccount[] {
  const rows: unknown = db
    .prepare(
      `SELECT realm, account_id AS accountId, name,
         ${bestConnection('accounts')} AS connectionId
       FROM accounts WHERE (realm, account_id) IN (SELECT realm, account_id FROM ways_in WHERE ${administers})
       ORDER BY name COLLATE NOCASE, account_id, realm`,
    )
    .all();
  return rows as readonly AdministeredAccount[];
}

const administers = 'reachable = 1 AND can_invite IS NOT 0';

/** Somebody who accepted an invitation, with the state of the access to instances; people about whom nothing is to be known have none. */
export interface FoundWork {
  readonly account: AdministeredAccount;
  readonly invitationId: string;
  readonly access: InstanceAccessState;
  /** Whether the search fits the person or the account. */
  readonly fits: boolean;
}

/** How many people's states are concluded in one step: about 5 ms. */
const peopleAtOnce = 200;

/** Everybody in these accounts, in their order, then by name. */
export function* findWork(
  db: Database,
  accounts: readonly AdministeredAccount[],
  search = '',
): Stepwise<FoundWork[]> {
  const found: FoundWork[] = [];
  let waiting: Accepted[] = [];
  for (const account of accounts) {
    for (const accepted of acceptedIn(db, account, toSearchText(search))) {
      waiting.push(accepted);
      if (waiting.length < peopleAtOnce) continue;
      found.push(...concluded(db, waiting));
      waiting = [];
      yield;
    }
  }
  found.push(...concluded(db, waiting));
  return found;
}

type Accepted = Omit<FoundWork, 'access'>;

function acceptedIn(db: Database, account: AdministeredAccount, search: string): Accepted[] {
  const { realm, accountId } = account;
  const rows = prepared(
    db,
    `SELECT invitation_id AS invitationId, :search = '' OR search_text LIKE :pattern ESCAPE '\\'
       OR :name LIKE :pattern ESCAPE '\\' AS fits
     FROM invitations WHERE realm = :realm AND account_id = :accountId AND state = 'accepted'
     ORDER BY search_text, invitation_id`,
  ).all({
    ...{ realm, accountId, name: account.name, search, pattern: likePattern(search) },
  }) as unknown as {
    readonly invitationId: string;
    readonly fits: number;
  }[];
  return rows.map(({ invitationId, fits }) => ({ account, invitationId, fits: fits === 1 }));
}

function concluded(db: Database, people: readonly Accepted[]): FoundWork[] {
  const keys = people.map(({ account, invitationId }) => [account.realm, account.accountId, invitationId]);
  const rows = prepared(
    withInstanceAccess(db),
    `SELECT person.key AS place, ${instanceAccessState} AS access
     FROM json_each(?) AS person CROSS JOIN invitations
       ON realm = person.value ->> 0 AND account_id = person.value ->> 1 AND invitation_id = person.value ->> 2`,
  ).all(JSON.stringify(keys)) as unknown as {
    readonly place: number;
    readonly access: InstanceAccessState | null;
  }[];
  const states = new Map(rows.map(({ place, access }) => [place, access]));
  return people.flatMap((person, place) => {
    const access = states.get(place) ?? null;
    return access === null ? [] : [{ ...person, access }];
  });
}
