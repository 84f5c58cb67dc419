import { DatabaseSync } from '@photostructure/sqlite';
import type { RunningSandbox } from './sandbox';

/** From now on all instances of an account are for sponsored ads, but its users can be changed, unlike those from instant access. */
export function makeSponsoredAdsOnly(
  { stateFile }: Pick<RunningSandbox, 'stateFile'>,
  accountName: string,
): void {
  const db = new DatabaseSync(stateFile, { timeout: 5000 });
  try {
    db.prepare(
      `UPDATE instances SET types = '["SPONSORED_ADS"]'
       WHERE account_id IN (SELECT account_id FROM accounts WHERE name = ?)`,
    ).run(accountName);
  } finally {
    db.close();
  }
}
