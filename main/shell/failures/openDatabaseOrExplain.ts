import { openDatabase, type Database } from '../../storage/database';
import { setAside } from '../../storage/dataPlace/setAside';
import { DatabaseError, type DatabaseProblem } from '../../storage/databaseErrors';
import type { Log } from '../logging/log';
import type { Problem } from './problemPage';
import { failuresText } from './failuresText';

/** A database, and the name under which a damaged predecessor was set aside, if there was one. */
export interface OpenedDatabase {
  readonly db: Database;
  readonly copyName: string | null;
}

interface OpeningDeps {
  readonly log: Log;
  /** Shows the problem; resolves with the label of the button that was pressed. */
  readonly tell: (problem: Problem) => Promise<string>;
  readonly now: () => number;
}

/**
 * Opens the database. A damaged one is set aside under a dated name, and the app starts with an empty one; any other problem is
 * shown to the person, who may try again.
 * @returns null if the person prefers to quit.
 */
export async function openDatabaseOrExplain(
  file: string,
  { log, tell, now }: OpeningDeps,
): Promise<OpenedDatabase | null> {
  let copyName: string | null = null;
  for (;;) {
    try {
      return { db: openDatabase(file), copyName };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      log.error(`The database cannot be opened: ${error.problem}. ${error.message}`);
      // Only once: if even the new one is damaged, the disk itself is failing.
      if (error.problem === 'damaged' && copyName === null) {
        copyName = putAside(file, now(), log);
        if (copyName !== null) continue;
      }
      const answer = await tell(problemOf(error.problem, file, error.message));
      if (answer !== tryAgain) return null;
    }
  }
}

/** The new name, or null if the system doesn't allow it. */
function putAside(file: string, at: number, log: Log): string | null {
  try {
    const copyName = setAside(file, at);
    log.warn(`The damaged database was kept as ${copyName}.`);
    return copyName;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    log.error(`The damaged database could not be put aside: ${error.message}`);
    return null;
  }
}

const tryAgain = failuresText.tryAgain;
const quit = failuresText.quit;

const problemOf = (problem: DatabaseProblem, file: string, text: string): Problem => ({
  title: failuresText.cannotStartTitle,
  text: texts[problem],
  details: [failuresText.file(file), failuresText.systemSays(text)],
  // Only another version can open the data of a newer one.
  buttons: problem === 'newer' ? [quit] : [tryAgain, quit],
});

const texts: Readonly<Record<DatabaseProblem, string>> = {
  newer: failuresText.newer,
  locked: failuresText.locked,
  readOnly: failuresText.readOnly,
  diskFull: failuresText.diskFull,
  damaged: failuresText.damaged,
  unavailable: failuresText.unavailable,
};
