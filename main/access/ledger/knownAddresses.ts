import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { Database } from '../../storage/database';
import { withoutNames } from '../../storage/prepared';
import { fitsMask, maskOf } from '../accountUsers';
import { isWholeAddress } from '../refresh/evidence';
import { createAddressIndex } from './addressIndex';
import { directoryAddresses } from './directory/directoryStore';

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

/** For conclusions that need none: nobody is `possible` then, and everything above stays as it is. */
export const noKnownAddresses: KnownAddresses = { fitting: () => [] };

/** The addresses of all invitations to accounts of a realm, whatever became of them, and of the directory file. */
export function readKnownAddresses(db: Database, realm: string): KnownAddresses {
  const rows = withoutNames(db, 'SELECT DISTINCT lower(email_address) FROM invitations WHERE realm = ?').all(
    realm,
  ) as unknown as (readonly [string])[];
  const invited = rows.flatMap(([address]) => (isWholeAddress(address) ? [mailboxKey(address)] : []));
  const index = createAddressIndex([...invited, ...directoryAddresses(db)]);
  return {
    fitting(listedAs, ruledOut) {
      const shown = [...new Set(listedAs.map(mailboxKey))].filter((listed) => listed !== '');
      if (shown.every((listed) => maskOf(listed) === null)) return [];
      const [fewest = [], ...others] = shown
        .map((listed) => index.fitting(listed))
        .sort((one, other) => one.length - other.length);
      const both =
        others.length === 0 ? fewest : fewest.filter((key) => shown.every((each) => fitsMask(key, each)));
      return both.slice(0, maxFitting + ruledOut);
    },
  };
}
