import type { ReactElement } from 'react';
import type { Member } from '../../../../shared/domain/member/member';
import { ContextMenu } from '../../../components/menu/ContextMenu';
import type { OpenedRow } from '../../../components/menu/useRowMenu';
import { counted } from '../../../components/text/formatTime';
import { offeredChanges } from './MemberActions';
import type { MembersChange } from './memberDialog';
import { memberChangesText } from './memberChangesText';

interface MemberMenuProps {
  readonly row: OpenedRow<Member>;
  /** How many members the changes are about: the row, or all that are selected with it. */
  readonly selected: number;
  readonly onChange: (change: MembersChange) => void;
  readonly onClose: () => void;
}

/** The menu of a row: what the buttons above the list do. */
export const MemberMenu = ({ row, selected, onChange, onClose }: MemberMenuProps): ReactElement => (
  <ContextMenu
    label={
      selected > 1
        ? memberChangesText.actionsForSelected(counted(selected, 'member'))
        : memberChangesText.actionsFor(row.item.maskedEmail || row.item.userId)
    }
    at={row}
    items={offeredChanges.map(({ change, text }) => ({ id: change, text }))}
    onSelect={onChange}
    onClose={onClose}
  />
);
