import type { Settings } from '../../../shared/domain/settings';
import { useAccount } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { useRefreshAll } from '../../queries/refresh/refreshAll';
import { useStartSignIn } from '../../queries/signIn';
import { accountOf, type Route } from '../../../shared/navigation/routes';
import { sectionRoute, sections } from '../../../shared/navigation/sections';
import { useRefreshScreen } from '../../queries/refresh/useRefreshScreen';
import { goTo } from '../../navigation/useRoute';
import type { ShortcutId } from './shortcuts';

/** Something the palette offers besides accounts. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Screens' | 'Actions' | 'Appearance';
  /** Other words people may look for. */
  readonly synonyms?: string;
  readonly shortcut?: ShortcutId;
  /** True for the setting that is in force already. */
  readonly inForce?: boolean;
  readonly run: () => void;
}

/** What can be done from a screen: the palette lists it, and the shortcuts are the keys of the same things. */
export function useCommands(route: Route, showHelp: () => void): readonly Command[] {
  const connected = useConnections()?.length !== 0;
  return [
    ...useActions(route),
    ...screens(route, connected),
    ...useAppearanceCommands(),
    {
      id: 'help',
      title: 'Keyboard shortcuts',
      group: 'Actions',
      synonyms: 'keys help',
      shortcut: 'help',
      run: showHelp,
    },
  ];
}

/** As in the side bar. Without a connection most sections have nothing to show. */
function screens(route: Route, connected: boolean): readonly Command[] {
  const scope = accountOf(route);
  const screen = (title: string, to: Route, shortcut?: ShortcutId): Command => ({
    id: `screen ${title}`,
    title,
    group: 'Screens',
    synonyms: 'go to open screen',
    ...(shortcut === undefined ? {} : { shortcut }),
    run: () => goTo(to),
  });
  const offered = sections
    .filter(({ id }) => connected || id === 'redeem' || id === 'settings')
    .flatMap(({ id, title }) => [
      screen(title, sectionRoute(id, scope), id),
      ...(id === 'invitations' && scope !== null
        ? [screen('Invitations of all accounts', { screen: 'invitations', account: null })]
        : []),
    ]);
  return connected ? offered : [screen('Welcome', { screen: 'welcome' }), ...offered];
}

function useActions(route: Route): readonly Command[] {
  const scope = accountOf(route);
  const account = useAccount(scope);
  const connections = useConnections() ?? [];
  const { refreshing, refresh } = useRefreshScreen(route);
  const refreshAll = useRefreshAll();
  const startSignIn = useStartSignIn();
  const action = (title: string, run: () => void, more: Partial<Command> = {}): Command => ({
    id: `action ${title}`,
    title,
    group: 'Actions',
    run,
    ...more,
  });
  return [
    ...connections
      .filter(({ state }) => state !== 'signedIn')
      .map(({ connectionId, label }) => action(`Sign in to ${label}`, () => startSignIn({ connectionId }))),
    ...(connections.length === 0
      ? []
      : [
          action(
            account === undefined ? 'Invite people' : `Invite people to ${account.name}`,
            () => goTo({ screen: 'invite', account: scope }),
            { shortcut: 'invite', synonyms: 'new invitation' },
          ),
        ]),
    ...(refresh === null || refreshing
      ? []
      : [action('Refresh', refresh, { shortcut: 'refresh', synonyms: 'reload ask Amazon again' })]),
    // Where "Refresh" is about one account; elsewhere it is this already.
    ...(scope === null || refreshing || !connections.some(({ state }) => state === 'signedIn')
      ? []
      : [action('Refresh all accounts', refreshAll, { synonyms: 'reload ask Amazon again' })]),
    ...(['accounts', 'invitations', 'activity'].includes(route.screen)
      ? [action('Search this list', searchList, { shortcut: 'search', synonyms: 'find filter' })]
      : []),
    action('Add a connection', () => goTo({ screen: 'connect' }), { synonyms: 'connect Amazon Ads new' }),
  ];
}

const themes: Record<Settings['theme'], string> = {
  light: 'Light theme',
  dark: 'Dark theme',
  system: 'Theme as the system',
};
const densities: Record<Settings['density'], string> = {
  comfortable: 'Comfortable density',
  compact: 'Compact density',
};

function useAppearanceCommands(): readonly Command[] {
  const settings = useSettings();
  const change = useChangeSettings();
  const option = (title: string, setting: Partial<Settings>, inForce: boolean): Command => ({
    id: `appearance ${title}`,
    title,
    group: 'Appearance',
    synonyms: 'appearance mode',
    inForce,
    run: () => change(setting),
  });
  return [
    ...(['light', 'dark', 'system'] as const).map((theme) =>
      option(themes[theme], { theme }, settings?.theme === theme),
    ),
    ...(['comfortable', 'compact'] as const).map((density) =>
      option(densities[density], { density }, settings?.density === density),
    ),
  ];
}

/** The screens with a list have one search field each. */
function searchList(): void {
  document.querySelector<HTMLInputElement>('.screen input[type="search"]')?.focus();
}
