import type { FoundPerson } from '../../shared/domain/person/knownPerson';
import type { Database } from '../storage/database';
import { likePattern } from '../storage/likePattern';
import { toSearchText } from '../../shared/text/searchText';

/**
 * People who were invited and in whose name or address all words of a search stand; the newest invitation of an account
 * first. It yields after each account, which is read by an index of its own.
 */
export function* invitedPeople(db: Database, search: string): Generator<FoundPerson | null, void, void> {
  const words = toSearchText(search).split(' ');
  const like = words.map((_, index) => `people LIKE ?${String(index + 3)} ESCAPE '\\'`).join(' AND ');
  // The first two lines of the text are the name and the address.
  const people = db.prepare(
    `SELECT email_address AS emailAddress, user_name AS userName FROM (
       SELECT email_address, user_name, substr(search_text, 1,
         instr(search_text, char(10)) + instr(substr(search_text, instr(search_text, char(10)) + 1), char(10)) - 1) AS people
       FROM invitations WHERE realm = ?1 AND account_id = ?2 AND search_text LIKE ?3 ESCAPE '\\')
     WHERE email_address <> '' AND ${like} LIMIT 50`,
  );
  const accounts = db.prepare('SELECT realm, account_id AS accountId FROM accounts').all() as unknown as {
    readonly realm: string;
    readonly accountId: string;
  }[];
  for (const { realm, accountId } of accounts) {
    const found = people.all(realm, accountId, ...words.map(likePattern)) as unknown as FoundPerson[];
    yield* found;
    yield null;
  }
}
