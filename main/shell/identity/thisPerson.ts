import { homedir, userInfo } from 'node:os';
import type { Person } from '../dataFolder/personalPaths';

/** Whose account the program runs in. */
export const thisPerson = (): Person => ({ homeFolder: homedir(), userName: userName() });

/** Node throws where the system lists no such user, as in some containers. */
function userName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
