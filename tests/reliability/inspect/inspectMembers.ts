import type { Database } from '../../../main/storage/database';
import type { Judgement } from './inspect';
import type { Member, Person } from './ledger';
import type { Site } from '../amazon/site';

/**
 * Compares the members at the sandbox with what was requested, and both with the product's picture and its record: each story is
 * over, nobody else was touched, and nothing was done twice.
 */
export function judgeMembers(db: Database, site: Site, people: readonly Person[]): Judgement {
  const judgement: Judgement = { lost: [], doubled: [], untrue: [] };
  const truth = new Map(membersAt(site).map((member) => [keyOf(member), member.role]));
  const planned = new Set(people.map(keyOf));
  for (const person of people) judgeMember(db, person, truth.get(keyOf(person)), judgement);
  for (const member of site.members) {
    const role = truth.get(keyOf(member)) ?? 'gone';
    if (!planned.has(keyOf(member)) && role !== member.role)
      judgement.doubled.push(`${keyOf(member)} is ${role}, which was never asked for`);
  }
  judgement.doubled.push(...recordedTwice(db));
  return judgement;
}

function judgeMember(
  db: Database,
  person: Person,
  found: string | undefined,
  { lost, doubled, untrue }: Judgement,
): void {
  const name = keyOf(person);
  const { story, done, roles } = person;
  if (done < story.length) lost.push(`${name}: ${done} steps are said to be done, of ${story.join(', ')}`);
  const wanted = story.at(-1) === 'removeMember' ? 'gone' : (roles.at(-1) ?? '');
  const is = found ?? 'gone';
  if (is !== wanted) (is === 'gone' ? doubled : lost).push(`${name} is ${is}, not ${wanted}`);
  const row = db
    .prepare(
      `SELECT iif(gone_at IS NULL AND scope <> 'inherited', role, 'gone') AS shown FROM members
       WHERE account_id = ? AND user_id = ?`,
    )
    .get(person.accountId, person.userId) as { readonly shown: string | null } | undefined;
  if (row?.shown !== is) untrue.push(`${name}: ${is} is shown as ${row?.shown ?? 'unknown'}`);
}

/** Removals that the record has as done more than once. */
const recordedTwice = (db: Database): string[] =>
  (
    db
      .prepare(
        `SELECT user_id || ' in ' || account_id AS name, count(*) AS times FROM activity
         WHERE action = 'removeMember' AND result = 'done' GROUP BY 1 HAVING count(*) > 1`,
      )
      .all() as { readonly name: string; readonly times: number }[]
  ).map(({ name, times }) => `${name} was removed ${times} times, says the record`);

/** Everybody with direct access to the accounts, by Amazon's user ID. */
export const membersAt = ({ sandbox, accountIds }: Pick<Site, 'sandbox' | 'accountIds'>): Member[] =>
  sandbox.query(
    `SELECT account_id AS accountId, ads_user_id AS userId, role FROM members JOIN people USING (user_id)
     WHERE account_id IN (SELECT value FROM json_each(?)) ORDER BY account_id, people.rowid`,
    JSON.stringify(accountIds),
  ) as unknown as Member[];

const keyOf = ({
  accountId,
  userId,
}: {
  readonly accountId: string;
  readonly userId: string | null;
}): string => `${userId ?? ''} in ${accountId}`;
