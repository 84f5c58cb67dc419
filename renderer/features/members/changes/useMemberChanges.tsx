import type { TableProps } from '@cloudscape-design/components/table';
import { useState, type ComponentProps, type ReactElement } from 'react';
import type { WindowRoute } from '../../../../shared/navigation/ownWindow';
import { memberRefKey } from '../../../../shared/domain/member/member';
import { useRowMenu } from '../../../components/menu/useRowMenu';
import { useRowSelection } from '../../../components/table/useRowSelection';
import { useResults } from '../../results/resultsContext';
import { MemberActions } from './MemberActions';
import type { MembersChange, SelectedMember } from './memberDialog';
import { MemberDialogs } from './MemberDialogs';
import { MemberMenu } from './MemberMenu';
import { memberChangesText } from './memberChangesText';
import { SelectedMembers } from './SelectedMembers';
import { useMemberSelection } from './useMemberSelection';

interface MemberChangesDeps<Item> {
  /** What the list is about: those of another one aren't selected. */
  readonly of: string;
  /** Those of the page. */
  readonly items: readonly Item[];
  readonly asSelected: (item: Item) => SelectedMember;
  /** What a row is called in its menu. */
  readonly nameOf: (item: Item) => string;
  readonly isSelectable?: (item: Item) => boolean;
  /** The page of the person in a row, for its menu; omitted where the list is about one person. */
  readonly personOf?: (item: Item) => WindowRoute;
}

/** The parts of a list of members that select and change them. */
export interface MemberChanges<Item> {
  /** For the element around the table. */
  readonly rows: Pick<ComponentProps<'div'>, 'onMouseDown' | 'onClick'>;
  readonly table: Pick<
    TableProps<Item>,
    | 'selectionType'
    | 'selectedItems'
    | 'onSelectionChange'
    | 'onRowContextMenu'
    | 'isItemDisabled'
    | 'trackBy'
  >;
  readonly actions: ReactElement;
  readonly summary: ReactElement;
  /** The row menu and the dialogs. */
  readonly overlays: ReactElement;
  /** For screen readers. */
  readonly labels: Pick<
    TableProps.AriaLabels<Item>,
    'selectionGroupLabel' | 'allItemsSelectionLabel' | 'itemSelectionLabel'
  >;
}

/** Selecting members in a list, of one account or several, and changing the selected ones. */
export function useMemberChanges<Item>({
  of,
  items,
  asSelected,
  nameOf,
  isSelectable = () => true,
  personOf,
}: MemberChangesDeps<Item>): MemberChanges<Item> {
  const results = useResults();
  const keyOf = (item: Item): string => memberRefKey(asSelected(item));
  const [selected, setSelected] = useMemberSelection({ of, items, keyOf });
  const [change, setChange] = useState<MembersChange | null>(null);
  const rows = useRowSelection({ items, selected, isSelectable, onSelect: setSelected });
  const { opened, close, onRowContextMenu } = useRowMenu((item: Item) => {
    // As in a file manager: a row that isn't selected is what the menu is about, and nothing else.
    if (!selected.includes(item)) setSelected(isSelectable(item) ? [item] : []);
  });
  return {
    rows,
    table: {
      selectionType: 'multi',
      selectedItems: selected,
      trackBy: keyOf,
      isItemDisabled: (item) => !isSelectable(item),
      onSelectionChange: ({ detail }) => setSelected(detail.selectedItems),
      onRowContextMenu,
    },
    actions: <MemberActions selected={selected.length} onChange={setChange} />,
    summary: <SelectedMembers count={selected.length} onClear={() => setSelected([])} />,
    overlays: (
      <>
        {opened === null || (selected.length === 0 && personOf === undefined) ? null : (
          <MemberMenu
            row={opened}
            name={nameOf(opened.item)}
            selected={selected.length}
            person={personOf?.(opened.item) ?? null}
            onChange={setChange}
            onClose={close}
          />
        )}
        <MemberDialogs
          change={change}
          selected={selected.map(asSelected)}
          onCancel={() => setChange(null)}
          onSent={(written) => {
            setChange(null);
            setSelected([]);
            results.show(written);
          }}
        />
      </>
    ),
    labels: {
      selectionGroupLabel: memberChangesText.selectionLabel,
      allItemsSelectionLabel: () => memberChangesText.selectPage,
      itemSelectionLabel: (_state, item) => memberChangesText.selectRow(nameOf(item)),
    },
  };
}
