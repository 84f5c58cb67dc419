import type { Settings } from '../../../shared/domain/settings';
import { accountKey } from '../../../shared/util/accountKey';
import { refOf, useAccount, useAccounts } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { useCreateBatch } from '../../queries/batches';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { useRefreshAll } from '../../queries/refresh/refreshAll';
import { useStartSignIn } from '../../queries/signIn';
import { accountOf, type Route } from '../../../shared/navigation/routes';
import type { PageCommand } from '../../../shared/navigation/pageCommands';
import { sectionRoute, sections } from '../../../shared/navigation/sections';
import { useRefreshScreen } from '../../queries/refresh/useRefreshScreen';
import { useOfferedApproval } from '../../navigation/approvalOffer';
import { useIsExportOffered } from '../../navigation/exportOffer';
import { isOwnWindow } from '../../navigation/ownWindow';
import { goTo } from '../../navigation/useRoute';
import { useOpenInWindow, useShowInMain } from '../../queries/windows';
import { canHaveOwnWindow } from '../../../shared/navigation/ownWindow';
import type { Overlay } from './overlay';
import type { ShortcutId } from './shortcuts/shortcuts';
import { paletteText } from './paletteText';

/** Something the palette offers besides accounts. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Screens' | 'Actions' | 'Appearance';
  /** Other words people may search for. */
  readonly synonyms?: string;
  readonly shortcut?: ShortcutId;
  /** Its item in the native menu, if it has no shortcut. */
  readonly menu?: PageCommand;
  /** True for the setting that already applies. */
  readonly inForce?: boolean;
  readonly run: () => void;
}

/** What can be done from a screen: the palette lists it, and the shortcuts are its keys. */
export function useCommands(route: Route, show: (overlay: Overlay) => void): readonly Command[] {
  const connected = useConnections()?.length !== 0;
  return [
    ...useActions(route),
    ...screens(route, connected),
    ...useMembersCommand(route),
    ...useApprovalCommand(),
    ...useConnectionCommands(route),
    ...useWindowCommand(route),
    ...useAppearanceCommands(),
    {
      id: 'help',
      title: paletteText.keyboardShortcuts,
      group: 'Actions',
      synonyms: 'keys help',
      shortcut: 'help',
      run: () => show('help'),
    },
    {
      id: 'whatsNew',
      title: paletteText.whatsNew,
      group: 'Actions',
      synonyms: 'version changes release',
      menu: 'whatsNew',
      run: () => show('whatsNew'),
    },
    {
      id: 'firstAccount',
      title: paletteText.firstAccount,
      group: 'Actions',
      synonyms: 'observations amazon open questions help',
      menu: 'firstAccount',
      run: () => show('firstAccount'),
    },
    ...historyCommands,
  ];
}

const historyCommands: readonly Command[] = [
  {
    id: 'back',
    title: paletteText.back,
    group: 'Screens',
    synonyms: 'previous screen',
    shortcut: 'back',
    run: () => window.history.back(),
  },
  {
    id: 'forward',
    title: paletteText.forward,
    group: 'Screens',
    synonyms: 'next screen',
    shortcut: 'forward',
    run: () => window.history.forward(),
  },
];

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
      id === 'instances'
        ? {
            ...screen(title, { screen: id }),
            menu: id,
            synonyms: 'go to open screen tasks work list tick off',
          }
        : screen(title, sectionRoute(id, scope), id),
      ...(id === 'invitations' && scope !== null
        ? [screen(paletteText.invitationsOfAllAccounts, { screen: 'invitations', account: null })]
        : []),
      ...(id === 'people'
        ? [
            screen(paletteText.matrix, { screen: 'matrix' }),
            screen(paletteText.orphans, { screen: 'orphans' }),
          ]
        : []),
    ]);
  return connected ? offered : [screen('Welcome', { screen: 'welcome' }), ...offered];
}

/** The members of the account on screen. */
function useMembersCommand(route: Route): readonly Command[] {
  const account = useAccount(accountOf(route));
  if (account === undefined) return [];
  return [
    {
      id: 'screen Members',
      title: paletteText.membersOf(account.name),
      group: 'Screens',
      synonyms: 'go to open screen users access people',
      run: () => goTo({ screen: 'members', account: refOf(account) }),
    },
  ];
}

/** Exporting the batch on screen for somebody else to approve. */
function useApprovalCommand(): readonly Command[] {
  const run = useOfferedApproval();
  if (run === null) return [];
  const synonyms = 'sign file colleague second person';
  return [
    {
      ...{ id: 'action Export for approval', title: paletteText.exportForApproval, group: 'Actions' },
      ...{ synonyms, menu: 'exportForApproval', run },
    },
  ];
}

/** The account on screen through each of its other connections. */
function useConnectionCommands(route: Route): readonly Command[] {
  const { accounts = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const account = useAccount(accountOf(route));
  if (account === undefined) return [];
  return accounts.flatMap((access) => {
    const label = connections.find(({ connectionId }) => connectionId === access.connectionId)?.label;
    if (label === undefined || access === account || accountKey(access) !== accountKey(account)) return [];
    return [
      {
        id: `screen through ${access.connectionId}`,
        title: paletteText.openThrough(account.name, label),
        group: 'Screens',
        synonyms: 'switch connection',
        run: () => goTo({ screen: 'invitations', account: refOf(access) }),
      },
    ];
  });
}

/** The batch or person on screen in a separate window; from there, the main window. */
function useWindowCommand(route: Route): readonly Command[] {
  const open = useOpenInWindow();
  const showInMain = useShowInMain();
  if (isOwnWindow) {
    return [
      {
        id: 'action main window',
        title: paletteText.mainWindow,
        group: 'Actions',
        synonyms: 'show window navigation',
        run: () => showInMain(null),
      },
    ];
  }
  if (!canHaveOwnWindow(route)) return [];
  return [
    {
      id: 'action open window',
      title: paletteText.openInWindow,
      group: 'Actions',
      synonyms: 'separate pop out detach',
      menu: 'openWindow',
      run: () => open(route),
    },
  ];
}

function useActions(route: Route): readonly Command[] {
  const scope = accountOf(route);
  const account = useAccount(scope);
  const connections = useConnections() ?? [];
  const { refreshing, refresh } = useRefreshScreen(route);
  const refreshAll = useRefreshAll();
  const startSignIn = useStartSignIn();
  const createBatch = useCreateBatch();
  const canExport = useIsExportOffered();
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
      .map(({ connectionId, label }) =>
        action(paletteText.signInTo(label), () => startSignIn({ connectionId })),
      ),
    ...(connections.length === 0
      ? []
      : [
          action(
            account === undefined ? paletteText.invitePeople : paletteText.invitePeopleTo(account.name),
            () => goTo({ screen: 'invite', account: scope }),
            { shortcut: 'invite', synonyms: 'new invitation' },
          ),
          action(paletteText.removeLeaver, () => goTo({ screen: 'leavers' }), {
            synonyms: 'remove offboard leave person access everywhere',
          }),
          action(
            paletteText.newBatch,
            () =>
              createBatch.mutate(
                {},
                { onSuccess: ({ batch }) => goTo({ screen: 'batch', batchId: batch.batchId }) },
              ),
            { menu: 'newBatch', synonyms: 'create list' },
          ),
        ]),
    ...(refresh === null || refreshing
      ? []
      : [action('Refresh', refresh, { shortcut: 'refresh', synonyms: 'reload ask Amazon again' })]),
    // If "Refresh" is about one account; elsewhere it already is this.
    ...(scope === null || refreshing || !connections.some(({ state }) => state === 'signedIn')
      ? []
      : [action(paletteText.refreshAllAccounts, refreshAll, { synonyms: 'reload ask Amazon again' })]),
    ...(['accounts', 'invitations', 'members', 'people', 'matrix', 'activity', 'batch'].includes(route.screen)
      ? [action(paletteText.searchList, searchList, { shortcut: 'search', synonyms: 'find filter' })]
      : []),
    ...(canExport
      ? [action(paletteText.exportList, openExport, { menu: 'export', synonyms: 'save file excel csv' })]
      : []),
    action(paletteText.addConnection, () => goTo({ screen: 'connect' }), {
      synonyms: 'connect Amazon Ads new',
    }),
  ];
}

const themes: Record<Settings['theme'], string> = {
  light: paletteText.lightTheme,
  dark: paletteText.darkTheme,
  system: paletteText.systemTheme,
};
const densities: Record<Settings['density'], string> = {
  comfortable: paletteText.comfortableDensity,
  compact: paletteText.compactDensity,
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

/** Screens with a list have one search field each, or a button that opens it. */
function searchList(): void {
  const field = document.querySelector<HTMLInputElement>('.screen input[type="search"]');
  if (field === null) document.querySelector<HTMLButtonElement>('.screen .find-button button')?.click();
  field?.focus();
  field?.select();
}

/** Screens with something to export have one button for it, which may open a list of formats. */
function openExport(): void {
  document.querySelector<HTMLButtonElement>('.screen .export-button button')?.click();
}
