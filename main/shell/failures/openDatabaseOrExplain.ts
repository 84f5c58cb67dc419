import { openDatabase, type Database } from '../../storage/database';
import { setAside } from '../../storage/dataPlace/setAside';
import { DatabaseError, type DatabaseProblem } from '../../storage/databaseErrors';
import type { Log } from '../logging/log';
import type { Problem } from './problemPage';

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

const tryAgain = 'Try again';
const quit = 'Quit';

const problemOf = (problem: DatabaseProblem, file: string, text: string): Problem => ({
  title: 'AMC Access Manager can’t start',
  text: texts[problem],
  details: [`File: ${file}`, `The system says: ${text}`],
  // Only another version can open the data of a newer one.
  buttons: problem === 'newer' ? [quit] : [tryAgain, quit],
});

const texts: Readonly<Record<DatabaseProblem, string>> = {
  newer:
    'Your data was written by a newer version of AMC Access Manager. It was left unchanged. Install the newer version to continue.',
  locked:
    'Another program is using AMC Access Manager’s data. It was left unchanged. Close that program, for example a backup or database tool, then try again.',
  readOnly:
    'AMC Access Manager’s data is read-only. It was left unchanged. Make the file below and its folder writable for you, then try again.',
  diskFull:
    'This computer’s disk is full, so AMC Access Manager can’t work safely. Nothing was lost. Free up some space, then try again.',
  damaged:
    'AMC Access Manager’s data is damaged, and the system doesn’t allow the app to move it aside. It was left unchanged. Make the folder below writable for you and close programs that use it, then try again.',
  unavailable:
    'AMC Access Manager’s data can’t be reached. It was left unchanged. Check that the file below exists and that you have permission to read and write it, then try again.',
};
