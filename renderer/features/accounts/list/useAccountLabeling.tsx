import type { TableProps } from '@cloudscape-design/components/table';
import { useMemo, useState, type ComponentProps, type ReactElement } from 'react';
import { accountKey } from '../../../../shared/util/accountKey';
import { ContextMenu } from '../../../components/menu/ContextMenu';
import { useRowMenu } from '../../../components/menu/useRowMenu';
import { useRowSelection } from '../../../components/table/useRowSelection';
import { goTo } from '../../../navigation/useRoute';
import { refOf } from '../../../queries/accounts';
import { accountsText } from '../accountsText';
import { EditLabelsDialog, type EditedLabels } from '../labels/EditLabelsDialog';
import type { AccountRow } from '../../../queries/accountRows';

interface AccountLabelingDeps {
  /** The rows of the page. */
  readonly items: readonly AccountRow[];
  /** The rows of all pages: what is filtered away isn't selected anymore. */
  readonly matching: readonly AccountRow[];
}

/** The parts of the list of accounts that select accounts and label the selected ones. */
interface AccountLabeling {
  /** For the element around the table. */
  readonly rows: Pick<ComponentProps<'div'>, 'onMouseDown' | 'onClick'>;
  readonly table: Pick<
    TableProps<AccountRow>,
    'selectionType' | 'selectedItems' | 'onSelectionChange' | 'onRowContextMenu'
  >;
  readonly selected: readonly AccountRow[];
  readonly clear: () => void;
  readonly edit: (edited: EditedLabels) => void;
  /** The row menu and the dialog. */
  readonly overlays: ReactElement;
  /** For screen readers. */
  readonly labels: Pick<
    TableProps.AriaLabels<AccountRow>,
    'selectionGroupLabel' | 'allItemsSelectionLabel' | 'itemSelectionLabel'
  >;
}

/** Selecting accounts and setting their group, tags and notes. */
export function useAccountLabeling({ items, matching }: AccountLabelingDeps): AccountLabeling {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<EditedLabels | null>(null);
  const selected = useMemo(() => matching.filter((row) => keys.has(accountKey(row))), [matching, keys]);
  const select = (rows: readonly AccountRow[]): void => setKeys(new Set(rows.map(accountKey)));
  const selection = useRowSelection({ items, selected, isSelectable: () => true, onSelect: select });
  const { opened, close, onRowContextMenu } = useRowMenu((row: AccountRow) => {
    // As in a file manager: a row that isn't selected is what the menu is about, and nothing else.
    if (!selected.includes(row)) select([row]);
  });
  return {
    rows: selection,
    table: {
      selectionType: 'multi',
      selectedItems: selected,
      onSelectionChange: ({ detail }) => select(detail.selectedItems),
      onRowContextMenu,
    },
    selected,
    clear: () => select([]),
    edit: setEdited,
    overlays: (
      <>
        {opened === null || selected.length === 0 ? null : (
          <ContextMenu
            label={accountsText.actionsFor(selected.map(({ name }) => name))}
            at={opened}
            items={menuItems(selected.length)}
            onSelect={(id) => {
              if (id === 'open') goTo({ screen: 'invitations', account: refOf(opened.item) });
              else setEdited(id);
            }}
            onClose={close}
          />
        )}
        {edited === null || selected.length === 0 ? null : (
          <EditLabelsDialog accounts={selected} edited={edited} onClose={() => setEdited(null)} />
        )}
      </>
    ),
    labels: {
      selectionGroupLabel: accountsText.selectionLabel,
      allItemsSelectionLabel: () => accountsText.selectPage,
      itemSelectionLabel: (_state, { name, accountId }) => accountsText.selectRow(name, accountId),
    },
  };
}

const menuItems = (selected: number) => [
  { id: 'open' as const, text: accountsText.open, disabled: selected > 1 },
  { id: 'group' as const, text: accountsText.setGroup },
  { id: 'tags' as const, text: accountsText.editTags },
  { id: 'all' as const, text: accountsText.editNote, disabled: selected > 1 },
];
