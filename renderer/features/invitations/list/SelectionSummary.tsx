import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement } from 'react';
import { maxSelected, type Invitation } from '../../../../shared/domain/invitation/invitation';
import { formatNumber } from '../../../../shared/text/formats';
import { useAllInvitations, type ListQuery } from '../../../queries/invitations';
import type { SelectedInvitations } from '../changes/selectedInvitations';
import { CopyLinks } from './CopyLinks';
import { unreachedText } from '../changes/exclusionText';
import type { Reach } from '../changes/reach';
import { listText } from './listText';

interface SelectionSummaryProps {
  /** The selection, across all pages. */
  readonly selected: SelectedInvitations;
  /** How many are listed, on all pages. */
  readonly total: number;
  /** What is listed. */
  readonly query: ListQuery;
  /** How each can be changed from here. */
  readonly reach: Reach;
  readonly onSelect: (invitations: readonly Invitation[]) => void;
}

/** How many are selected, a button to select all listed ones, and their links; null if none is. */
export function SelectionSummary({
  selected: { all: reached, pending, unreached },
  total,
  query,
  reach,
  onSelect,
}: SelectionSummaryProps): ReactElement | null {
  const all = useAllInvitations();
  const count = reached.length;
  if (count + unreached === 0) return null;
  const offer =
    total <= maxSelected
      ? listText.selectAll(formatNumber(total))
      : listText.selectFirst(formatNumber(maxSelected), formatNumber(total));
  return (
    <div className="filters">
      <LiveRegion tagName="span">{`${formatNumber(count)} selected`}</LiveRegion>
      {unreached === 0 ? null : <LiveRegion tagName="span">{unreachedText(unreached).join(' ')}</LiveRegion>}
      {count + unreached >= total || count >= maxSelected ? null : (
        <Button
          variant="inline-link"
          loading={all.isPending}
          loadingText={listText.selecting}
          onClick={() => {
            all.mutate(
              { query, counts: (invitation) => reach(invitation) !== null },
              { onSuccess: onSelect },
            );
          }}
        >
          {offer}
        </Button>
      )}
      <Button
        variant="inline-link"
        onClick={() => {
          onSelect([]);
        }}
      >
        {listText.selectNone}
      </Button>
      <CopyLinks pending={pending} />
    </div>
  );
}
