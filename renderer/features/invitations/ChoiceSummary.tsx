import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement } from 'react';
import type { Invitation } from '../../../shared/domain/invitation';
import { mostAtOnce, useAllInvitations, type ListQuery } from '../../queries/invitations';
import type { Chosen } from './chosenInvitations';
import { CopyLinks } from './CopyLinks';

interface ChoiceSummaryProps {
  /** What is chosen, on whatever pages. */
  readonly chosen: Chosen;
  /** How many are listed, on all pages. */
  readonly total: number;
  /** What is listed. */
  readonly query: ListQuery;
  readonly onChoose: (invitations: readonly Invitation[]) => void;
}

/** How many are chosen, the way to choose all that are listed, and their links; null while none is. */
export function ChoiceSummary({
  chosen: { all: reached, pending },
  total,
  query,
  onChoose,
}: ChoiceSummaryProps): ReactElement | null {
  const all = useAllInvitations();
  const chosen = reached.length;
  if (chosen === 0) return null;
  const atMost = Math.min(total, mostAtOnce);
  const offer =
    total <= mostAtOnce
      ? `Choose all ${total.toLocaleString()} that match`
      : `Choose the first ${mostAtOnce.toLocaleString()} of ${total.toLocaleString()}`;
  return (
    <div className="filters">
      <LiveRegion tagName="span">{`${chosen.toLocaleString()} chosen.`}</LiveRegion>
      {chosen >= atMost ? null : (
        <Button
          variant="inline-link"
          loading={all.isPending}
          loadingText="Choosing"
          onClick={() => {
            all.mutate({ query, most: mostAtOnce }, { onSuccess: onChoose });
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
