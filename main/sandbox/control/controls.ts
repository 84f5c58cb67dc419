import type { Database } from '../../storage/database';
import { withoutUndefined } from '../../../shared/util/withoutUndefined';
import { createFaults, type Faults } from '../faults/faults';
import { endTokens } from '../state/grants';
import { comeOrGo, removeMember, setManagerMember, setRole } from '../state/members';
import { personByIdentity } from '../state/people';
import type { OwnCommand } from './command';
import { usualConduct, type Conduct } from './conduct';

/** What can be changed about a running sandbox. It isn't stored after the process ends. */
export interface Controls {
  readonly faults: Faults;
  /** ms since 1970, by the sandbox's own clock. */
  readonly now: () => number;
  readonly refusesProfile: () => boolean;
  readonly conduct: () => Conduct;
  /** Lets a member of an account come or go, if configured. */
  readonly beforeListing: (accountId: string) => void;
  /** @returns the command's answer, as `command` describes it */
  readonly obey: (command: OwnCommand) => number;
}

/** @param now the clock to move: ms since 1970 */
export function createControls(
  db: Database,
  now: () => number,
  conductAtFirst: Partial<Conduct> = {},
): Controls {
  const faults = createFaults();
  let moved = 0;
  let refusesProfile = false;
  let conduct: Conduct = { ...usualConduct, ...conductAtFirst };
  let listings = 0;

  const obey = (command: OwnCommand): number => {
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
      case 'conduct':
        conduct = { ...conduct, ...withoutUndefined(command.conduct) };
        return 0;
      case 'setMember':
        return letIn(db, command);
    }
  };
  return {
    faults,
    now: () => now() + moved,
    refusesProfile: () => refusesProfile,
    conduct: () => conduct,
    beforeListing(accountId) {
      if (conduct.comeAndGoEvery === 0) return;
      listings += 1;
      const turn = Math.floor(listings / conduct.comeAndGoEvery);
      if (listings % conduct.comeAndGoEvery === 0) comeOrGo(db, accountId, turn);
    },
    obey,
  };
}

/** @returns 1, or 0 if there is no such person */
function letIn(
  db: Database,
  { accountId, identity, access }: Extract<OwnCommand, { type: 'setMember' }>,
): number {
  const person = personByIdentity(db, identity);
  if (person === undefined) return 0;
  if (access === 'manager' || access === 'noManager')
    setManagerMember(db, person.userId, access === 'manager');
  else if (access === 'none') removeMember(db, accountId, person.userId);
  else setRole(db, accountId, person.userId, access);
  return 1;
}
