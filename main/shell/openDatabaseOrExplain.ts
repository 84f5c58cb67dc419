import { app, dialog } from 'electron';
import { NewerDatabaseError, openDatabase, type Database } from '../storage/database';

/** Opens the database, or says in a dialog why it cannot be opened and ends the program without touching it. */
export function openDatabaseOrExplain(file: string): Database {
  try {
    return openDatabase(file);
  } catch (error) {
    const reason =
      error instanceof NewerDatabaseError
        ? error.message
        : 'The data of AMC Access Manager cannot be opened. It was left as it is.';
    dialog.showErrorBox('AMC Access Manager cannot start', `${reason}\n\n${file}`);
    app.exit(1);
    throw error;
  }
}
