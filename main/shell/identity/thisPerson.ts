import { homedir, userInfo } from 'node:os';
import type { Person } from '../dataFolder/personalPaths';

/** The account the app runs in. */
export const thisPerson = (): Person => ({ homeFolder: homedir(), userName: userName() });

/** Node throws if the system has no such user, as in some containers. */
function userName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
