import { z } from 'zod';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { writeChanges } from '../sending/localClaims';
import { changesSql } from '../sending/storeSql';
import type { TeamStore } from '../store/teamStore';

/** Changes of one page. */
const pageSize = 500;

/**
 * How much of what is known already is asked for again, in ms: a statement that settled a claim may have been seen by nobody until
 * it was over, and statements end within seconds.
 */
const overlapMs = 60_000;

/** A colleague's row, as bounded as Amazon's answers are. */
const change = z.object({
  claimId: z.uuid(),
  realm: z.string().max(300),
  accountId: z.string().max(200),
  kind: z.enum(['create', 'setRole', 'removeMember']),
  who: z.string().max(320),
  generation: z.int().positive(),
  role: z.string().max(100).nullable(),
  invitationId: z.string().max(200).nullable(),
  colleague: z.string().max(63),
  settledAt: z.number(),
});

/**
 * Takes up what was changed under claims in shared accounts since the last time, page by page.
 * @returns whether there was anything new
 */
export async function pullChanges(db: Database, store: TeamStore): Promise<boolean> {
  const { newest } = db.prepare('SELECT coalesce(max(settled_at), 0) AS newest FROM team_changes').get() as {
    readonly newest: number;
  };
  let from = Math.max(0, newest - overlapMs);
  let isNew = false;
  for (;;) {
    const rows = await store.query(changesSql, [from, pageSize]);
    const changes = rows.flatMap((row) => {
      const read = change.safeParse(row);
      return read.success ? [{ ...read.data, settledAt: Math.floor(read.data.settledAt) }] : [];
    });
    transaction(db, () => {
      isNew = writeChanges(db, changes) || isNew;
    });
    const last = changes.at(-1);
    // A page full of one and the same millisecond would otherwise be asked for again for ever.
    if (rows.length < pageSize || last === undefined || last.settledAt === from) return isNew;
    from = last.settledAt;
  }
}
