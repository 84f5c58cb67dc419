import type { Database } from '../../storage/database';
import { createFaults, type Faults } from '../faults/faults';
import { endTokens } from '../state/grants';
import type { Command } from './command';

/** What can be changed about a sandbox while it runs. It is forgotten when the process ends. */
export interface Controls {
  readonly faults: Faults;
  /** ms since 1970, by the sandbox's own clock. */
  readonly now: () => number;
  readonly refusesProfile: () => boolean;
  /** @returns the command's answer, as `command` describes it */
  readonly obey: (command: Command) => number;
}

/** @param now the clock that is moved: ms since 1970 */
export function createControls(db: Database, now: () => number): Controls {
  const faults = createFaults();
  let moved = 0;
  let refusesProfile = false;

  const obey = (command: Command): number => {
    switch (command.type) {
      case 'misbehave':
        faults.add(command.rule);
        return faults.waiting();
      case 'behave': {
        const waiting = faults.waiting();
        faults.clear();
        return waiting;
      }
      case 'countFaults':
        return faults.waiting();
      case 'expireTokens':
        return endTokens(db, ['access'], command.identity);
      case 'revokeGrants':
        return endTokens(db, ['access', 'refresh'], command.identity);
      case 'moveClock':
        moved += command.ms;
        return now() + moved;
      case 'refuseProfile':
        refusesProfile = command.refuse;
        return 0;
    }
  };
  return { faults, now: () => now() + moved, refusesProfile: () => refusesProfile, obey };
}
