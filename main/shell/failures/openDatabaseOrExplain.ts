import { openDatabase, type Database } from '../../storage/database';
import { setAside } from '../../storage/dataPlace/setAside';
import { DatabaseError, type DatabaseProblem } from '../../storage/databaseErrors';
import type { Log } from '../logging/log';
import type { Problem } from './problemPage';

/** A database, and the name under which the damaged one before it was kept, if it was damaged. */
export interface OpenedDatabase {
  readonly db: Database;
  readonly copyName: string | null;
}

interface OpeningDeps {
  readonly log: Log;
  /** Tells a person; resolves with the label of the button that was pressed. */
  readonly tell: (problem: Problem) => Promise<string>;
  readonly now: () => number;
}

/**
 * Opens the database. A damaged one is kept beside under a dated name, and the app starts with an empty one; any
 * other trouble is told to the person, who may try again.
 * @returns null when the person wants to quit instead.
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
      // Once only: if even the new one is damaged, the disk itself is failing.
      if (error.problem === 'damaged' && copyName === null) {
        copyName = putAside(file, now(), log);
        if (copyName !== null) continue;
      }
      const answer = await tell(problemOf(error.problem, file, error.message));
      if (answer !== tryAgain) return null;
    }
  }
}

/** The new name, or null when the system does not allow it. */
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

const tryAgain = 'Try again';
const quit = 'Quit';

const problemOf = (problem: DatabaseProblem, file: string, text: string): Problem => ({
  title: 'AMC Access Manager cannot start',
  text: texts[problem],
  details: [`File: ${file}`, `The system says: ${text}`],
  // Only another program opens data of a newer version.
  buttons: problem === 'newer' ? [quit] : [tryAgain, quit],
});

const texts: Readonly<Record<DatabaseProblem, string>> = {
  newer:
    'Your data was written by a newer version of AMC Access Manager. It was left exactly as it is. Install the newer version to go on.',
  locked:
    'Another program is holding the data of AMC Access Manager. It was left exactly as it is. Close that program, a backup or a database tool for example, then try again.',
  readOnly:
    'The data of AMC Access Manager may be read but not written. It was left exactly as it is. Make the file below and its folder writable for you, then try again.',
  diskFull:
    'The disk of this computer is full, so AMC Access Manager cannot work safely. Nothing was lost. Free some space, then try again.',
  damaged:
    'The data of AMC Access Manager is damaged, and the system does not allow it to be put aside. It was left exactly as it is. Make the folder below writable for you and close programs that use it, then try again.',
  unavailable:
    'The data of AMC Access Manager cannot be reached. It was left exactly as it is. Check that the file below is where it should be and that you may read and write it, then try again.',
};
