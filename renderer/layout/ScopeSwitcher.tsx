import Select, { type SelectProps } from '@cloudscape-design/components/select';
import { useMemo, type ReactElement } from 'react';
import type { Account, AccountRef } from '../../shared/domain/account/account';
import { sponsoredAdsOnlyText } from '../../shared/domain/account/instanceText';
import type { Connection } from '../../shared/domain/connection/connection';
import { useHeldWhileFocused } from '../components/useHeldWhileFocused';
import { accountRows, type AccountRow } from '../queries/accountRows';
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

/**
 * The account of the screens, each once. Typing searches names, IDs, groups, tags and connections; favorites and recent ones come
 * first. If several connections reach the account on screen, they come first of all, to switch between them.
 */
export function ScopeSwitcher({ route }: { readonly route: Route }): ReactElement {
  const [accounts, focus] = useHeldWhileFocused(useAccounts().accounts);
  const connections = useConnections();
  const scope = accountOf(route);
  const groups = useMemo(
    () => groupsOf(accountRows(accounts ?? [], connections ?? []), connections ?? [], scope),
    [accounts, connections, scope],
  );
  const shownOption = scope === null ? everywhere.value : valueOf(scope);
  const selected =
    shownOption === everywhere.value
      ? everywhere
      : (groups.flatMap(({ options }) => options).find(({ value }) => value === shownOption) ?? null);
  return (
    <div {...focus}>
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
    </div>
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

const valueOf = (account: AccountRef): string => pathOf({ screen: 'invitations', account });

/** Each account is in one group only; that on screen too, unless it has a group of its connections. */
function groupsOf(
  accounts: readonly AccountRow[],
  connections: readonly Connection[],
  scope: AccountRef | null,
): readonly Group[] {
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  const labelOf = ({ connectionId }: AccountRef): string => labels.get(connectionId) ?? '';
  const shown = accounts.find(({ accesses }) => accesses.some((access) => isSameRef(access, scope)));
  const others = accounts.filter((account) => account !== shown || account.accesses.length === 1);
  const recent = new Set(
    others
      .filter(({ favourite, lastOpenedAt }) => !favourite && lastOpenedAt !== null)
      .sort((one, other) => (other.lastOpenedAt ?? 0) - (one.lastOpenedAt ?? 0))
      .slice(0, recentShown),
  );
  const option = (account: AccountRow): SelectProps.Option => ({
    value: valueOf(refOf(account)),
    label: account.name,
    description: account.accountId,
    filteringTags: [account.group?.name ?? '', ...account.tags, ...account.accesses.map(labelOf)],
    // With one connection there is nothing to distinguish.
    ...(connections.length < 2 || account.accesses.length > 1 ? {} : { labelTag: labelOf(account) }),
    tags: [
      ...(account.accesses.length > 1 ? account.accesses.map(labelOf) : []),
      ...(account.sponsoredAdsOnly ? [sponsoredAdsOnlyText] : []),
    ],
  });
  const connectionOption = (access: Account): SelectProps.Option => ({
    value: valueOf(refOf(access)),
    label: access.name,
    description: access.accountId,
    labelTag: labelOf(access),
  });
  const through = shown === undefined || others.includes(shown) ? [] : shown.accesses;
  const groups: readonly Group[] = [
    { label: layoutText.connectionsOfAccount, options: through.map(connectionOption) },
    { label: layoutText.favorites, options: others.filter(({ favourite }) => favourite).map(option) },
    { label: layoutText.recent, options: others.filter((account) => recent.has(account)).map(option) },
    {
      label: layoutText.accounts,
      options: others.filter((account) => !account.favourite && !recent.has(account)).map(option),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

const isSameRef = (one: AccountRef, other: AccountRef | null): boolean =>
  one.connectionId === other?.connectionId && one.accountId === other.accountId;
