import Select, { type SelectProps } from '@cloudscape-design/components/select';
import { useMemo, type ReactElement } from 'react';
import type { Account } from '../../shared/domain/account/account';
import { sponsoredAdsOnlyText } from '../../shared/domain/account/instanceText';
import type { Connection } from '../../shared/domain/connection/connection';
import { refOf, useAccounts } from '../queries/accounts';
import { useConnections } from '../queries/connections';
import { accountOf, pathOf, routeOf, type Route } from '../../shared/navigation/routes';
import { goTo } from '../navigation/useRoute';
import { layoutText } from './layoutText';

const everywhere: SelectProps.Option = {
  value: pathOf({ screen: 'invitations', account: null }),
  label: layoutText.allAccounts,
};

/** Max number of recently opened accounts at the top. */
const recentShown = 5;

/** The account of the screens. Typing searches names, IDs, groups and tags; favorites and recent ones come first. */
export function ScopeSwitcher({ route }: { readonly route: Route }): ReactElement {
  const { accounts } = useAccounts();
  const connections = useConnections();
  const groups = useMemo(() => groupsOf(accounts ?? [], connections ?? []), [accounts, connections]);
  const scope = accountOf(route);
  const shownOption = scope === null ? everywhere.value : pathOf({ screen: 'invitations', account: scope });
  const selected =
    shownOption === everywhere.value
      ? everywhere
      : (groups.flatMap(({ options }) => options).find(({ value }) => value === shownOption) ?? null);
  return (
    <Select
      ariaLabel={layoutText.account}
      selectedOption={selected}
      placeholder={scope?.accountId ?? layoutText.accountPlaceholder}
      options={[everywhere, ...groups]}
      filteringType="auto"
      filteringPlaceholder={layoutText.accountSearchPlaceholder}
      filteringAriaLabel={layoutText.accountSearchLabel}
      noMatch={layoutText.noAccountMatches}
      empty={layoutText.noAccounts}
      statusType={accounts === undefined ? 'loading' : 'finished'}
      loadingText={layoutText.readingAccounts}
      expandToViewport
      onChange={({ detail }) => {
        const { value } = detail.selectedOption;
        if (value !== undefined) goTo(inScope(routeOf(value), route));
      }}
    />
  );
}

/** Keeps showing activity, or an account's members, when the account changes. */
function inScope(target: Route, shown: Route): Route {
  const account = accountOf(target);
  if (shown.screen === 'activity') return { screen: 'activity', account };
  return shown.screen === 'members' && account !== null ? { screen: 'members', account } : target;
}

interface Group extends SelectProps.OptionGroup {
  readonly label: string;
  readonly options: readonly SelectProps.Option[];
}

/** Each account is in one group only. */
function groupsOf(accounts: readonly Account[], connections: readonly Connection[]): readonly Group[] {
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  const recent = new Set(
    accounts
      .filter(({ favourite, lastOpenedAt }) => !favourite && lastOpenedAt !== null)
      .sort((one, other) => (other.lastOpenedAt ?? 0) - (one.lastOpenedAt ?? 0))
      .slice(0, recentShown),
  );
  const parts: Record<string, Account[]> = { Favourites: [], Recent: [], Accounts: [] };
  for (const account of accounts) {
    const part = account.favourite ? 'Favourites' : recent.has(account) ? 'Recent' : 'Accounts';
    parts[part]?.push(account);
  }
  const option = (account: Account): SelectProps.Option => ({
    value: pathOf({ screen: 'invitations', account: refOf(account) }),
    label: account.name,
    description: account.accountId,
    ...(account.sponsoredAdsOnly ? { tags: [sponsoredAdsOnlyText] } : {}),
    filteringTags: [account.group?.name ?? '', ...account.tags],
    // With one connection there is nothing to distinguish.
    ...(connections.length < 2 ? {} : { labelTag: labels.get(account.connectionId) ?? '' }),
  });
  return Object.entries(parts)
    .filter(([, members]) => members.length > 0)
    .map(([label, members]) => ({ label, options: members.map(option) }));
}
