import './palette.css';
import Icon from '@cloudscape-design/components/icon';
import { CommandGroup, CommandInput, CommandList, CommandRoot } from 'cmdk';
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { accountRows } from '../../queries/accountRows';
import { useAccounts } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { accountOf, type Route } from '../../../shared/navigation/routes';
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
  readonly onClose: () => void;
}

/** Before anything is typed, the accounts leave room for the rest. */
const accountsAtFirst = 6;
/** Nobody reads more; typing another letter is quicker. */
const accountsFound = 50;

const groups: readonly Command['group'][] = ['Actions', 'Screens', 'Appearance'];

/**
 * Finds accounts, people, batches, runs, screens and actions by a few letters. The dialog is the browser's own: modal, so that focus stays in
 * it and goes back where it was, and in the top layer. (cmdk's would add a style element, which the page forbids.)
 */
export function Palette({ route, commands, onClose }: PaletteProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    input.current?.focus();
  }, []);

  /** Closed first, so that the selected action finds the page free and the focus where it was. */
  const choose: Choose = (run) => {
    dialog.current?.close();
    run();
  };
  const found = useFoundAccounts(search, route);
  const { found: others, searching } = useFoundItems(search.trim());
  const accounts = found.slice(0, search.trim() === '' ? accountsAtFirst : accountsFound);
  const offered = commands.filter(({ title, group, synonyms = '' }) =>
    matchesSearch([title, group, synonyms].join('\n'), search.trim()),
  );

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={label}
      onClose={onClose}
      onClick={({ target }) => {
        // Only the backdrop is the dialog itself; everything else is inside it.
        if (target === dialog.current) dialog.current.close();
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
        <PaletteFoot
          search={search.trim()}
          shown={accounts.length + offered.length + countOf(others)}
          searching={searching}
          more={found.length - accounts.length}
        />
      </CommandRoot>
    </dialog>
  );
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
