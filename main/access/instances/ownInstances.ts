import type { AccountRef } from '../../../shared/domain/account/account';
import type { Instance, ReachedInstances } from '../../../shared/domain/account/instance';
import { errorBody } from '../../../shared/errorBody';
import { compareNames } from '../../../shared/text/formats';
import { accountRefKey } from '../../../shared/util/accountKey';
import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';

/**
 * What each connection can open in every account that it reaches without being its admin, by the account's name. Admins reach all
 * instances of theirs; a list from when somebody was one isn't what a viewer can open.
 */
export function ownInstances(db: Database): ReachedInstances[] {
  const instances = groupBy(
    db
      .prepare(
        'SELECT connection_id AS connectionId, account_id AS accountId, instance_id AS instanceId, name FROM instances',
      )
      .all() as unknown as (AccountRef & Instance)[],
    accountRefKey,
  );
  const rows = db
    .prepare(
      `SELECT ways_in.connection_id AS connectionId, ways_in.account_id AS accountId, accounts.name AS accountName,
         iif(lists.as_admin = 0, lists.as_of, NULL) AS asOf, lists.error AS error
       FROM ways_in JOIN accounts USING (realm, account_id)
       LEFT JOIN instance_lists AS lists
         ON lists.connection_id = ways_in.connection_id AND lists.account_id = ways_in.account_id
       WHERE reachable = 1 AND can_invite = 0`,
    )
    .all() as unknown as OwnRow[];
  return rows
    .map(({ connectionId, accountId, accountName, asOf, error }) => ({
      account: { connectionId, accountId },
      accountName: accountName === '' ? accountId : accountName,
      asOf,
      instances: (asOf === null ? [] : (instances.get(accountRefKey({ connectionId, accountId })) ?? []))
        .map(({ instanceId, name }) => ({ instanceId, name: name === '' ? instanceId : name }))
        .sort((one, other) => compareNames(one.name, other.name)),
      error: error === null ? null : errorBody.parse(JSON.parse(error)),
    }))
    .sort((one, other) => compareNames(one.accountName, other.accountName));
}

type OwnRow = AccountRef & Pick<ReachedInstances, 'accountName' | 'asOf'> & { readonly error: string | null };
