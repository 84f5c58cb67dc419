import './palette.css';
import Icon from '@cloudscape-design/components/icon';
import { CommandGroup, CommandInput, CommandList, CommandRoot, useCommandState } from 'cmdk';
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { accountRows } from '../../queries/accountRows';
import { useAccounts } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { accountOf, placeOf, routeOf, type Route } from '../../../shared/navigation/routes';
import { isOwnWindow } from '../../navigation/ownWindow';
import { goTo } from '../../navigation/useRoute';
import { AccountItem } from './AccountItem';
import { CommandItems } from './CommandItems';
import { findAccounts, type FoundAccount } from './finding';
import { FoundItems } from './FoundItems';
import { PaletteFoot } from './PaletteFoot';
import type { Command } from './commands/command';
import { useFoundItems, type Found } from './useFoundItems';
import type { Choose } from './choose';
import { paletteText } from './paletteText';
import { matchesSearch } from '../../../shared/text/searchText';
import { accountKey } from '../../../shared/util/accountKey';

interface PaletteProps {
  readonly route: Route;
  readonly commands: readonly Command[];
  /** Called with the screen that Enter would go to. */
  readonly onMarked: ((route: Route) => void) | undefined;
  readonly onClose: () => void;
}

/** Before anything is typed, the accounts leave room for the rest. */
const accountsAtFirst = 6;
/** Nobody reads more; typing another letter is quicker. */
const accountsFound = 50;

const groups: readonly Command['group'][] = ['Actions', 'Screens', 'Appearance'];

/**
 * Finds accounts, people, batches, runs, screens and actions by a few letters. The dialog is the browser's own, which puts the focus back
 * where it was, but not its modal one: that would restyle the whole page whenever it opens and closes. Like Cloudscape's dialogs, it
 * keeps the focus itself. (cmdk's dialog would add a style element, which the page forbids.)
 */
export function Palette({ route, commands, onMarked, onClose }: PaletteProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.show();
    input.current?.focus();
  }, []);

  // At once, not with the dialog's event: that comes a moment later, and would close what a person opened in between.
  const close = (): void => {
    dialog.current?.close();
    onClose();
  };
  const choose: Choose = {
    action(run) {
      close();
      run();
    },
    screen(to) {
      // Where the screen stays, nothing else takes the focus; a window of its own shows others in the main one.
      if (isOwnWindow || placeOf(to) === placeOf(route)) close();
      else onClose();
      goTo(to);
    },
  };
  const found = useFoundAccounts(search, route);
  const { found: others, searching } = useFoundItems(search.trim());
  const accounts = found.slice(0, search.trim() === '' ? accountsAtFirst : accountsFound);
  const offered = commands.filter(({ title, group, synonyms = '' }) =>
    matchesSearch([title, group, synonyms].join('\n'), search.trim()),
  );

  return (
    <>
      <div className="palette-backdrop" onClick={close} />
      <dialog
        ref={dialog}
        className="palette"
        aria-label={label}
        aria-modal
        onKeyDown={(event) => {
          // Nothing else in here takes the focus, and nothing behind it may.
          if (event.key === 'Tab') event.preventDefault();
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
        }}
        onMouseDown={(event) => {
          if (event.target !== input.current) event.preventDefault();
        }}
      >
        <CommandRoot label={label} shouldFilter={false} vimBindings={false} loop>
          <div className="palette-search">
            <Icon name="search" />
            <CommandInput ref={input} placeholder={label} value={search} onValueChange={setSearch} />
          </div>
          <CommandList label={paletteText.found}>
            {accounts.length === 0 ? null : (
              <CommandGroup heading="Accounts">
                {accounts.map((each) => (
                  <AccountItem key={accountKey(each.account)} found={each} choose={choose} />
                ))}
              </CommandGroup>
            )}
            <FoundItems found={others} choose={choose} />
            {groups.map((group) => (
              <CommandItems
                key={group}
                heading={group}
                commands={offered.filter((command) => command.group === group)}
                choose={choose}
              />
            ))}
          </CommandList>
          {onMarked === undefined ? null : <Marked onMarked={onMarked} />}
          <PaletteFoot
            search={search.trim()}
            shown={accounts.length + offered.length + countOf(others)}
            searching={searching}
            more={found.length - accounts.length}
          />
        </CommandRoot>
      </dialog>
    </>
  );
}

/** Follows the marked entry. The value of one that leads to a screen is the screen's address. */
function Marked({ onMarked }: { readonly onMarked: (route: Route) => void }): null {
  const value = useCommandState((state) => state.value as string | undefined);
  useEffect(() => {
    if (value?.startsWith('/') === true) onMarked(routeOf(value));
  }, [value, onMarked]);
  return null;
}

const label = paletteText.findAnything;

const countOf = ({ people, members, batches, runs }: Found): number =>
  people.length + members.length + batches.length + runs.length;

function useFoundAccounts(search: string, route: Route): readonly FoundAccount[] {
  const { accounts = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const labels = new Map(connections.map((connection) => [connection.connectionId, connection.label]));
  const labelOf = (connectionId: string): string => labels.get(connectionId) ?? '';
  return findAccounts({
    accounts: accountRows(accounts, connections),
    search,
    labelOf,
    shown: accountOf(route),
  });
}
