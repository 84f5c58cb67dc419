import type { Database } from '../../storage/database';

/** Someone who can sign in to the sandbox. */
export interface Person {
  readonly userId: string;
  /** The short name by which a sign-in may propose this person (`login_hint`). */
  readonly identity: string;
  readonly name: string;
  readonly email: string;
  /** What the sign-in page says beside the name. */
  readonly about: string;
}

export function allPeople(db: Database): Person[] {
  return db
    .prepare('SELECT user_id AS userId, identity, name, email, about FROM people ORDER BY rowid')
    .all() as Person[];
}

export function personById(db: Database, userId: string): Person | undefined {
  return db
    .prepare('SELECT user_id AS userId, identity, name, email, about FROM people WHERE user_id = ?')
    .get(userId) as Person | undefined;
}
