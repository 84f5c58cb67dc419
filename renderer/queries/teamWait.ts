import { useQuery } from '@tanstack/react-query';
import type { AccountRef } from '../../shared/domain/account/account';
import { accountRefKey } from '../../shared/util/accountKey';
import { api } from '../bridge/api';
import { useTeam, useTeamRules } from './team';

/** What a person should know before changes in shared accounts that can't be sent now. */
export interface TeamAway {
  /** How many of the accounts are shared with the team. */
  readonly accounts: number;
  /** The last known rules let a person send without the team, with a reason. */
  readonly maySendSolo: boolean;
  /** Why nothing can be sent there now. */
  readonly explanation: string;
}

/** Which of these accounts wait, since the team’s database is away; null: none does. */
export function useTeamAway(accounts: readonly AccountRef[]): TeamAway | null {
  const team = useTeam();
  const rules = useTeamRules();
  const isAway = team?.state === 'away';
  const shared = useQuery({
    queryKey: ['team', 'sharedAccounts'],
    queryFn: async () => (await api.team.sharedAccounts()).accounts,
    enabled: isAway,
  }).data;
  if (!isAway || shared === undefined) return null;
  const keys = new Set(shared.map(accountRefKey));
  const count = accounts.filter((account) => keys.has(accountRefKey(account))).length;
  return count === 0
    ? null
    : {
        accounts: count,
        maySendSolo: rules?.rule.soloSending === 'withReason',
        explanation: team.explanation,
      };
}
