import type { Database } from '../../storage/database';

/** Someone in the sandbox. */
export interface Person {
  /** Login with Amazon's ID of the person. */
  readonly userId: string;
  /** The user operations' ID of the same person: whether the two are equal is unknown (amazon-api §8). */
  readonly adsUserId: string;
  /** The short name with which a sign-in may suggest this person (`login_hint`). */
  readonly identity: string;
  readonly name: string;
  readonly email: string;
  /** What the sign-in page says besides the name. */
  readonly about: string;
  /** Whether the sign-in page offers this person. */
  readonly signsIn: boolean;
}

const columns =
  'user_id AS userId, ads_user_id AS adsUserId, identity, name, email, about, signs_in AS signsIn';

/** The people who can sign in, as the sign-in page offers them. */
export function peopleWhoSignIn(db: Database): Person[] {
  return db
    .prepare(`SELECT ${columns} FROM people WHERE signs_in = 1 ORDER BY rowid`)
    .all()
    .map((row) => personOf(row as StoredRow));
}

export function personById(db: Database, userId: string): Person | undefined {
  const row = db.prepare(`SELECT ${columns} FROM people WHERE user_id = ?`).get(userId) as
    StoredRow | undefined;
  return row === undefined ? undefined : personOf(row);
}

/** @param identity the short name, including that of a person who can't sign in */
export function personByIdentity(db: Database, identity: string): Person | undefined {
  const row = db.prepare(`SELECT ${columns} FROM people WHERE identity = ?`).get(identity) as
    StoredRow | undefined;
  return row === undefined ? undefined : personOf(row);
}

type StoredRow = Omit<Person, 'signsIn'> & { readonly signsIn: number };

const personOf = (row: StoredRow): Person => ({ ...row, signsIn: row.signsIn === 1 });
