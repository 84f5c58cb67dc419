import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement } from 'react';
import { mostChosen, type Invitation } from '../../../../shared/domain/invitation/invitation';
import { formatNumber } from '../../../../shared/text/formats';
import { useAllInvitations, type ListQuery } from '../../../queries/invitations';
import type { Chosen } from '../changes/selectedInvitations';
import { CopyLinks } from './CopyLinks';
import { unreachedWords } from '../changes/exclusionText';
import type { Reach } from '../changes/reach';

interface ChoiceSummaryProps {
  /** What is chosen, on whatever pages. */
  readonly chosen: Chosen;
  /** How many are listed, on all pages. */
  readonly total: number;
  /** What is listed. */
  readonly query: ListQuery;
  /** How each can be changed from here. */
  readonly reach: Reach;
  readonly onChoose: (invitations: readonly Invitation[]) => void;
}

/** How many are chosen, the way to choose all that are listed, and their links; null while none is. */
export function ChoiceSummary({
  chosen: { all: reached, pending, unreached },
  total,
  query,
  reach,
  onChoose,
}: ChoiceSummaryProps): ReactElement | null {
  const all = useAllInvitations();
  const chosen = reached.length;
  if (chosen + unreached === 0) return null;
  const offer =
    total <= mostChosen
      ? `Choose all ${formatNumber(total)} that match`
      : `Choose the first ${formatNumber(mostChosen)} of ${formatNumber(total)}`;
  return (
    <div className="filters">
      <LiveRegion tagName="span">{`${formatNumber(chosen)} chosen.`}</LiveRegion>
      {unreached === 0 ? null : <LiveRegion tagName="span">{unreachedWords(unreached).join(' ')}</LiveRegion>}
      {chosen + unreached >= total || chosen >= mostChosen ? null : (
        <Button
          variant="inline-link"
          loading={all.isPending}
          loadingText="Choosing"
          onClick={() => {
            all.mutate(
              { query, counts: (invitation) => reach(invitation) !== null },
              { onSuccess: onChoose },
            );
          }}
        >
          {offer}
        </Button>
      )}
      <Button
        variant="inline-link"
        onClick={() => {
          onChoose([]);
        }}
      >
        Choose none
      </Button>
      <CopyLinks pending={pending} />
    </div>
  );
}
