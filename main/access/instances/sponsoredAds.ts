import { kindOfInstance } from '../../../shared/domain/account/instance';
import { accountKey } from '../../../shared/util/accountKey';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';

/**
 * The accounts all of whose instances, as last listed to one of their admins, are for sponsored ads only, by `accountKey`. Such
 * accounts come from instant access, and what a change of their users does is unknown (amazon-api §9).
 */
export function sponsoredAdsAccounts(db: Database): ReadonlySet<string> {
  const rows = prepared(
    db,
    `SELECT realm, ways_in.account_id AS accountId, ways_in.connection_id AS connectionId, types
     FROM ways_in JOIN instance_lists AS lists USING (connection_id, account_id) JOIN instances USING (connection_id, account_id)
     WHERE as_admin = 1 ORDER BY lists.as_of DESC, ways_in.connection_id`,
  ).all() as unknown as Row[];
  /** By account: the connection with the newest list, and whether all its instances so far are for sponsored ads. */
  const accounts = new Map<string, { readonly connectionId: string; isAds: boolean }>();
  for (const { connectionId, types, ...place } of rows) {
    const key = accountKey(place);
    const known = accounts.get(key) ?? { connectionId, isAds: true };
    accounts.set(key, known);
    if (known.connectionId !== connectionId) continue;
    if (kindOfInstance(JSON.parse(types) as string[]) !== 'ads') known.isAds = false;
  }
  return new Set([...accounts].filter(([, { isAds }]) => isAds).map(([key]) => key));
}

/** Those of them in which a person agreed to change users, by `accountKey`. */
export const agreedSponsoredAds = (db: Database): ReadonlySet<string> =>
  new Set(
    (
      prepared(
        db,
        'SELECT realm, account_id AS accountId FROM sponsored_ads_agreements',
      ).all() as unknown as Place[]
    ).map(accountKey),
  );

/** Notes that a person agreed to that. The first time counts. Call it inside a transaction. @param at ms since 1970 */
export function agreeToSponsoredAds(db: Database, { realm, accountId }: Place, at: number): void {
  prepared(
    db,
    'INSERT INTO sponsored_ads_agreements (realm, account_id, agreed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(realm, accountId, at);
}

/** An account, through whichever connection. */
interface Place {
  readonly realm: string;
  readonly accountId: string;
}

interface Row {
  readonly realm: string;
  readonly accountId: string;
  readonly connectionId: string;
  readonly types: string;
}
