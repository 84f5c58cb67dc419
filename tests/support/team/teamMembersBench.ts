import { beforeEach } from 'vitest';
import { membersBench, type MembersBench } from '../benches/membersBench';
import type { DesktopOptions, TeamDesktop } from './desktop';
import { sharedDesktops } from './sharedDesktops';

/** Mia and Ben, who share an account with members; new data for every test. */
export interface TeamMembersBench {
  readonly amazon: MembersBench;
  mia(options?: Omit<DesktopOptions, 'login'>): Promise<TeamDesktop>;
  /** Ben's has read who has access. */
  ben(options?: Omit<DesktopOptions, 'login'>): Promise<TeamDesktop>;
}

/** The account that both share. */
export const sharedAccount = { connectionId: 'c-1', accountId: 'ENTITY1' };

/** Call it once in a test file, outside the tests. @param before called before the desktops quit after a test */
export function teamMembersBench(before: () => void = () => undefined): TeamMembersBench {
  const amazon = membersBench();
  const desktops = sharedDesktops(sharedAccount, amazon, before);
  beforeEach(() => amazon.read());
  return {
    amazon,
    mia: (options = {}) => desktops.start(amazon.store, { ...options, login: 'mia' }),
    async ben(options = {}) {
      const ben = await desktops.start(desktops.benStore, { ...options, login: 'ben' });
      const turn = (): Promise<boolean> => Promise.resolve(true);
      await ben.members.readForChange(sharedAccount, { maxAgeMs: 0, rolesOf: null, turn });
      return ben;
    },
  };
}
