import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { Database } from '../../storage/database';
import { withoutNames } from '../../storage/prepared';
import { fitterOf, maskOf, partsOfMask } from '../accountUsers';
import { isWholeAddress } from '../refresh/evidence';
import { directoryAddressesLike } from './directory/directoryStore';

/**
 * How many addresses that fit a user ID are looked at. With two, nothing is concluded, and nobody reads more; a mask that shows
 * little may fit thousands.
 */
const maxFitting = 20;

/** The known addresses of a realm that a user ID can have. */
export interface KnownAddresses {
  /**
   * Those that fit everything Amazon lists, at most 20 and as many more as may be ruled out.
   * @param listedAs the addresses as Amazon lists them, in full or masked
   * @param ruledOut how many decisions there are about the user ID; each rules out at most one address
   */
  fitting(listedAs: readonly string[], ruledOut: number): readonly string[];
}

/**
 * The addresses of all invitations to accounts of a realm, whatever became of them, and of the directory file. Each question is
 * put to the database, which looks through an index: 4 ms for 48,000 invitations. Reading all of them into memory takes about 30 ms, and what is kept there would have to be dropped with every change. The same question is asked once.
 */
export function knownAddressesIn(db: Database, realm: string): KnownAddresses {
  const answers = new Map<string, readonly string[]>();
  return {
    fitting(listedAs, ruledOut) {
      const shown = [...new Set(listedAs.map(mailboxKey))].filter((listed) => listed !== '').sort();
      if (shown.every((listed) => maskOf(listed) === null)) return [];
      const question = JSON.stringify([ruledOut, ...shown]);
      const answer = answers.get(question) ?? fittingAll(db, realm, shown, maxFitting + ruledOut);
      answers.set(question, answer);
      return answer;
    },
  };
}

/** Those that fit all of these, up to a number. */
function fittingAll(db: Database, realm: string, shown: readonly string[], max: number): readonly string[] {
  // The one that shows most fits the fewest.
  const [narrowest = ''] = shown.toSorted((one, other) => shownLength(other) - shownLength(one));
  const fits = shown.map(fitterOf);
  const found = new Set<string>();
  for (const address of addressesLike(db, realm, patternOf(narrowest))) {
    const key = mailboxKey(address);
    if (isWholeAddress(address) && fits.every((each) => each(key))) found.add(key);
    if (found.size === max) break;
  }
  return [...found];
}

const shownLength = (listed: string): number => partsOfMask(listed).join('').length;

const patternOf = (listed: string): string =>
  partsOfMask(listed)
    .map((part) => part.replace(/[\\%_]/g, '\\$&'))
    .join('%');

function* addressesLike(db: Database, realm: string, pattern: string): Generator<string, void, void> {
  const invited = withoutNames(
    db,
    String.raw`SELECT email_address FROM invitations WHERE realm = ? AND trim(email_address) LIKE ? ESCAPE '\'`,
  ).iterate(realm, pattern) as unknown as Iterable<readonly [string]>;
  for (const [address] of invited) yield address;
  yield* directoryAddressesLike(db, pattern);
}
