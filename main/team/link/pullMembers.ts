import { z } from 'zod';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { TeamStore } from '../store/teamStore';

/** More than a team has. */
const limit = 1000;

const row = z.object({
  login: z.string().max(63),
  displayName: z.string().max(80),
  mayAdminister: z.boolean(),
});
type Member = z.infer<typeof row>;

/** Takes up who is in the team, so that colleagues have names also while the store is away. @returns whether that changed */
export async function pullMembers(db: Database, store: TeamStore): Promise<boolean> {
  const rows = await store.query(
    `SELECT login, display_name AS "displayName", may_administer AS "mayAdminister" FROM amc.members ORDER BY login LIMIT $1`,
    [limit],
  );
  const members = rows.flatMap((each) => row.safeParse(each).data ?? []);
  if (JSON.stringify(members) === JSON.stringify(readMembers(db))) return false;
  transaction(db, () => {
    db.exec('DELETE FROM team_members');
    const insert = db.prepare(
      'INSERT INTO team_members (login, display_name, may_administer) VALUES (?, ?, ?)',
    );
    for (const { login, displayName, mayAdminister } of members) {
      insert.run(login, displayName, mayAdminister ? 1 : 0);
    }
  });
  return true;
}

function readMembers(db: Database): Member[] {
  const rows = db
    .prepare(
      'SELECT login, display_name AS displayName, may_administer AS mayAdminister FROM team_members ORDER BY login',
    )
    .all() as unknown as (Omit<Member, 'mayAdminister'> & { readonly mayAdminister: 0 | 1 })[];
  return rows.map((member) => ({ ...member, mayAdminister: member.mayAdminister === 1 }));
}

/** The names of the team's administrators, as the store said last. */
export const administratorsOf = (db: Database): string[] =>
  readMembers(db).flatMap(({ mayAdminister, displayName }) => (mayAdminister ? [displayName] : []));
