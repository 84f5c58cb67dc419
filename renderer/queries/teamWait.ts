import { useQuery } from '@tanstack/react-query';
import type { AccountRef } from '../../shared/domain/account/account';
import { unreadableRulesText } from '../../shared/domain/team/teamText';
import { accountRefKey } from '../../shared/util/accountKey';
import { api } from '../bridge/api';
import type { TeamWait } from '../components/consent/consenting';
import { useTeam, useTeamRules } from './team';

/** Which of these accounts can’t be sent to now, since they are shared with the team; null: all can. */
export function useTeamWait(accounts: readonly AccountRef[]): TeamWait | null {
  const team = useTeam();
  const rules = useTeamRules();
  const reason = reasonToWait(team, rules);
  const shared = useQuery({
    queryKey: ['team', 'sharedAccounts'],
    queryFn: async () => (await api.team.sharedAccounts()).accounts,
    enabled: reason !== null,
  }).data;
  if (reason === null || shared === undefined) return null;
  const keys = new Set(shared.map(accountRefKey));
  const count = accounts.filter((account) => keys.has(accountRefKey(account))).length;
  return count === 0
    ? null
    : { ...reason, accounts: count, maySendSolo: rules?.rule.soloSending === 'withReason' };
}

/** The rules come first: with them nothing is sent even once the database is back. */
function reasonToWait(
  team: ReturnType<typeof useTeam>,
  rules: ReturnType<typeof useTeamRules>,
): Pick<TeamWait, 'why' | 'explanation'> | null {
  if (rules?.isReadable === false) return { why: 'rules', explanation: unreadableRulesText };
  return team?.state === 'away' ? { why: 'away', explanation: team.explanation } : null;
}
