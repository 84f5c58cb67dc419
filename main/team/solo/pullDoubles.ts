import { z } from 'zod';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { TeamStore } from '../store/teamStore';
import { doublesSql } from './soloSql';

/** How many are kept, the latest. */
const maxDoubles = 500;

/** One of both invitations, as bounded as Amazon's answers are. */
export const storedSide = z.object({
  claimId: z.uuid(),
  login: z.string().max(63),
  colleague: z.string().max(80),
  isSolo: z.boolean(),
  reason: z.string().max(500).nullable(),
  role: z.string().max(100).nullable(),
  invitationId: z.string().max(200).nullable(),
  at: z.number(),
});

export const storedDismissal = z.object({
  reason: z.string().max(500),
  by: z.string().max(80),
  at: z.number(),
});

/** A colleague's row. */
const row = z.object({
  soloId: z.uuid(),
  otherId: z.uuid(),
  realm: z.string().max(300),
  accountId: z.string().max(200),
  address: z.string().max(320),
  sides: z.tuple([storedSide, storedSide]),
  dismissal: storedDismissal.nullable(),
});

/**
 * Learns who was invited twice since one invitation was sent without the team.
 * @returns whether that changed
 */
export async function pullDoubles(db: Database, store: TeamStore): Promise<boolean> {
  const rows = await store.query(doublesSql, [maxDoubles]);
  const doubles = rows.flatMap((each) => {
    const read = row.safeParse(each);
    if (!read.success) return [];
    const { sides, dismissal, ...rest } = read.data;
    const texts = {
      sides: JSON.stringify(sides),
      dismissal: dismissal === null ? null : JSON.stringify(dismissal),
    };
    return [{ ...rest, ...texts }];
  });
  return transaction(db, () => {
    const known = db
      .prepare(
        `SELECT solo_id AS soloId, other_id AS otherId, realm, account_id AS accountId, address, sides, dismissal FROM team_doubles`,
      )
      .all();
    if (textOf(known) === textOf(doubles)) return false;
    db.exec('DELETE FROM team_doubles');
    const insert = db.prepare(
      `INSERT INTO team_doubles (solo_id, other_id, realm, account_id, address, sides, dismissal)
       VALUES (:soloId, :otherId, :realm, :accountId, :address, :sides, :dismissal)`,
    );
    for (const double of doubles) insert.run(double);
    return true;
  });
}

/** The same text for the same rows, in any order. */
const textOf = (rows: readonly object[]): string =>
  rows
    .map((row) => JSON.stringify({ ...row }))
    .sort()
    .join('\n');
