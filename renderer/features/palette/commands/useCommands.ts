import { accountKey } from '../../../../shared/util/accountKey';
import { refOf, useAccount, useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { accountOf, type Route } from '../../../../shared/navigation/routes';
import { sectionRoute, sections } from '../../../../shared/navigation/sections';
import { useOfferedApproval } from '../../../navigation/approvalOffer';
import { isOwnWindow } from '../../../navigation/ownWindow';
import { goTo } from '../../../navigation/useRoute';
import { useOpenInWindow, useShowInMain } from '../../../queries/windows';
import { canHaveOwnWindow } from '../../../../shared/navigation/ownWindow';
import type { Overlay } from '../overlay';
import type { ShortcutId } from '../shortcuts/shortcuts';
import { paletteText } from '../paletteText';
import type { Command } from './command';
import { useActions } from './useActions';
import { useAppearanceCommands } from './useAppearanceCommands';

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
