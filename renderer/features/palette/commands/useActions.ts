import { useAccount } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { useCreateBatch } from '../../../queries/batches';
import { useRefreshAll } from '../../../queries/refresh/refreshAll';
import { useStartSignIn } from '../../../queries/signIn';
import { accountOf, type Route } from '../../../../shared/navigation/routes';
import { useRefreshScreen } from '../../../queries/refresh/useRefreshScreen';
import { useIsExportOffered } from '../../../navigation/exportOffer';
import { goTo } from '../../../navigation/useRoute';
import { paletteText } from '../paletteText';
import type { Command } from './command';

/** What can be done on the screen, or begun from anywhere. */
export function useActions(route: Route): readonly Command[] {
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
