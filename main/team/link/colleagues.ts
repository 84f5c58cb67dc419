import { z } from 'zod';
import { sendingColleague, type SendingColleague } from '../../../shared/domain/team/teamStatus';
import type { TeamStore } from '../store/teamStore';

/** How many are shown; the first ones by account. */
const limit = 100;

/** A colleague's row, as bounded as Amazon's answers are. */
const row = sendingColleague.extend({
  displayName: z.string().max(80),
  accountName: z.string().max(500),
});

/** Who else sends in shared accounts right now, as the store says. @param startId this start's own turns don't count */
export async function readColleagues(store: TeamStore, startId: string): Promise<SendingColleague[]> {
  const rows = await store.query(
    `SELECT coalesce(display_name, holder) AS "displayName", coalesce(account_name, account_id) AS "accountName", sent, total
     FROM amc.turns LEFT JOIN amc.shared_accounts USING (realm, account_id) LEFT JOIN amc.members ON login = holder
     WHERE until > now() AND start_id <> $1 AND total > 0 ORDER BY account_name, account_id LIMIT $2`,
    [startId, limit],
  );
  return rows.flatMap((each) => {
    const read = row.safeParse(each);
    return read.success ? [read.data] : [];
  });
}
