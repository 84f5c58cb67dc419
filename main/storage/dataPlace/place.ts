import { keepsLog, type Database } from '../database';
import { isOnNetwork } from './networkFolder';
import { otherOwner, releaseOwnership, takeOwnership, type OtherComputer } from './owner';
import { thisComputer } from './thisComputer';
import { databaseProblemOf } from '../databaseErrors';

/** Who else may use the data. Unless that is known to be nobody, nothing is sent without a person's consent. */
export interface DataPlace {
  /** The data folder is on another computer, or behaves as if it were. */
  readonly network: boolean;
  /** The other computer that used the data since this one did. */
  readonly otherComputer: OtherComputer | null;
  /** Records that this computer is done. @param now ms since 1970 */
  release(now: number): void;
}

/**
 * Checks where the data is, and makes this computer its owner.
 * @param folder the data folder
 * @param now ms since 1970
 */
export async function settleIn(db: Database, folder: string, now: number): Promise<DataPlace> {
  const [computer, onNetwork] = await Promise.all([thisComputer(), isOnNetwork(folder)]);
  const otherComputer = otherOwner(db, computer);
  quietly(() => {
    takeOwnership(db, computer, now);
  });
  return {
    network: onNetwork || !keepsLog(db),
    otherComputer,
    release: (at) => {
      quietly(() => {
        releaseOwnership(db, computer, at);
      });
    },
  };
}

/** A full disk must not prevent the app from starting or quitting; the worst case is one notice too many or too few. */
function quietly(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (databaseProblemOf(error) === null) throw error;
  }
}
