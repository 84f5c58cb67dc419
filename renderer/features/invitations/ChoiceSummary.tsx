import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement } from 'react';
import type { Invitation } from '../../../shared/domain/invitation';
import { mostAtOnce, useAllInvitations, type ListQuery } from '../../queries/invitations';

interface ChoiceSummaryProps {
  /** How many are chosen, on whatever pages. */
  readonly chosen: number;
  /** How many are listed, on all pages. */
  readonly total: number;
  /** What is listed. */
  readonly query: ListQuery;
  readonly onChoose: (invitations: readonly Invitation[]) => void;
}

/** How many are chosen, and the way to choose all that are listed; null while none is. */
export function ChoiceSummary({ chosen, total, query, onChoose }: ChoiceSummaryProps): ReactElement | null {
  const all = useAllInvitations();
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
    </div>
  );
}
