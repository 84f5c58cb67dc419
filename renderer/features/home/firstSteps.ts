import type { Connection } from '../../../shared/domain/connection/connection';
import type { Settings } from '../../../shared/domain/settings';
import type { Route } from '../../../shared/navigation/routes';
import { homeText } from './homeText';

/** One step of the first day. */
export interface FirstStep {
  readonly title: string;
  /** Why it is worth doing. */
  readonly reason: string;
  /** Where it is done. */
  readonly to: Route;
  readonly isDone: boolean;
}

interface FirstStepsFacts {
  readonly connections: readonly Pick<Connection, 'state'>[];
  /** Whether the invitations of any account were read. */
  readonly accountsRead: boolean;
  readonly settings: Pick<Settings, 'allowedDomains' | 'mostAdminsPerAccount' | 'adminsNeedNote'>;
}

/** The four steps in their order. The last one is never done here: with the first change the list is gone. */
export function firstStepsOf({ connections, accountsRead, settings }: FirstStepsFacts): FirstStep[] {
  const { allowedDomains, mostAdminsPerAccount, adminsNeedNote } = settings;
  return [
    {
      title: homeText.stepSignIn,
      reason: homeText.stepSignInReason,
      to: { screen: 'settings' },
      isDone: connections.some(({ state }) => state === 'signedIn'),
    },
    {
      title: homeText.stepAccounts,
      reason: homeText.stepAccountsReason,
      to: { screen: 'accounts' },
      isDone: accountsRead,
    },
    {
      title: homeText.stepRules,
      reason: homeText.stepRulesReason,
      to: { screen: 'settings' },
      isDone: allowedDomains.length > 0 || mostAdminsPerAccount > 0 || adminsNeedNote,
    },
    {
      title: homeText.stepInvite,
      reason: homeText.stepInviteReason,
      to: { screen: 'invite', account: null },
      isDone: false,
    },
  ];
}
