import type { TableProps } from '@cloudscape-design/components/table';
import { useState, type ComponentProps, type ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import type { Member } from '../../../../shared/domain/member/member';
import { useRowMenu } from '../../../components/menu/useRowMenu';
import { useRowSelection } from '../../../components/table/useRowSelection';
import { refOf } from '../../../queries/accounts';
import { useResults } from '../../results/resultsContext';
import { MemberActions } from './MemberActions';
import type { MembersChange } from './memberDialog';
import { MemberDialogs } from './MemberDialogs';
import { MemberMenu } from './MemberMenu';
import { memberChangesText } from './memberChangesText';
import { SelectedMembers } from './SelectedMembers';
import { useMemberSelection } from './useMemberSelection';

/** The parts of a list of members that select and change them. */
interface MemberChanges {
  /** For the element around the table. */
  readonly rows: Pick<ComponentProps<'div'>, 'onMouseDown' | 'onClick'>;
  readonly table: Pick<
    TableProps<Member>,
    'selectionType' | 'selectedItems' | 'onSelectionChange' | 'onRowContextMenu'
  >;
  readonly actions: ReactElement;
  readonly summary: ReactElement;
  /** The row menu and the dialogs. */
  readonly overlays: ReactElement;
}

/** Selecting members of an account, and changing the selected ones. @param items those of the page */
export function useMemberChanges(account: Account, items: readonly Member[]): MemberChanges {
  const results = useResults();
  const [selected, setSelected] = useMemberSelection(refOf(account), items);
  const [change, setChange] = useState<MembersChange | null>(null);
  const rows = useRowSelection({ items, selected, isSelectable: () => true, onSelect: setSelected });
  const { opened, close, onRowContextMenu } = useRowMenu((member: Member) => {
    // As in a file manager: a row that isn't selected is what the menu is about, and nothing else.
    if (!selected.includes(member)) setSelected([member]);
  });
  return {
    rows,
    table: {
      selectionType: 'multi',
      selectedItems: selected,
      onSelectionChange: ({ detail }) => setSelected(detail.selectedItems),
      onRowContextMenu,
    },
    actions: <MemberActions selected={selected.length} onChange={setChange} />,
    summary: <SelectedMembers count={selected.length} onClear={() => setSelected([])} />,
    overlays: (
      <>
        {opened === null ? null : (
          <MemberMenu row={opened} selected={selected.length} onChange={setChange} onClose={close} />
        )}
        <MemberDialogs
          change={change}
          account={account}
          selected={selected}
          onCancel={() => setChange(null)}
          onSent={(written) => {
            setChange(null);
            setSelected([]);
            results.show(written);
          }}
        />
      </>
    ),
  };
}

/** For screen readers. */
export const selectionLabels: Pick<
  TableProps.AriaLabels<Member>,
  'selectionGroupLabel' | 'allItemsSelectionLabel' | 'itemSelectionLabel'
> = {
  selectionGroupLabel: memberChangesText.selectionLabel,
  allItemsSelectionLabel: () => memberChangesText.selectPage,
  itemSelectionLabel: (_state, { maskedEmail, userId }) => memberChangesText.selectRow(maskedEmail || userId),
};
