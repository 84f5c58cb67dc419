import type { Database } from '../../storage/database';

/** Someone who can sign in to the sandbox. */
export interface Person {
  /** Login with Amazon's id for the person. */
  readonly userId: string;
  /** The user operations' id for the same person: whether the two are equal is unknown (amazon-api §8). */
  readonly adsUserId: string;
  /** The short name by which a sign-in may propose this person (`login_hint`). */
  readonly identity: string;
  readonly name: string;
  readonly email: string;
  /** What the sign-in page says beside the name. */
  readonly about: string;
}

const columns = 'user_id AS userId, ads_user_id AS adsUserId, identity, name, email, about';

export function allPeople(db: Database): Person[] {
  return db.prepare(`SELECT ${columns} FROM people ORDER BY rowid`).all() as Person[];
}

export function personById(db: Database, userId: string): Person | undefined {
  return db.prepare(`SELECT ${columns} FROM people WHERE user_id = ?`).get(userId) as Person | undefined;
}
