import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { underWayOf } from '../../../shared/domain/outbox/runCounts';
import type { InvitationRef } from '../../../shared/domain/invitation/invitation';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { refOf } from '../../queries/accounts';
import { ShareResults } from './ShareResults';
import { useResults } from './resultsContext';
import { countsOf, withLink } from './summary';
import { resultsText } from './resultsText';

interface ResultsActionsProps {
  readonly operations: readonly Operation[];
  readonly onUndo: (invitations: readonly InvitationRef[]) => void;
}

/** What people do next with changes that went well. */
export function ResultsActions({ operations, onUndo }: ResultsActionsProps): ReactElement | null {
  const { inviteMore } = useResults();
  const counts = countsOf(operations);
  if (operations.length === 0 || underWayOf(counts) > 0) return null;
  const made = withLink(operations).filter(
    ({ kind, afterOperation }) => kind === 'create' && afterOperation === null,
  );
  return (
    <>
      <div className="filters">
        <ShareResults operations={operations} />
        {inviteMore === null ? null : <Button onClick={inviteMore}>{resultsText.inviteMore}</Button>}
        {made.length === 0 ? null : (
          <Button
            onClick={() =>
              onUndo(made.map(({ invitationId, ...operation }) => ({ ...refOf(operation), invitationId })))
            }
          >
            {resultsText.undo}
          </Button>
        )}
      </div>
      {inviteMore === null || counts.failed === 0 ? null : (
        <Box color="text-body-secondary">{resultsText.staysInForm}</Box>
      )}
    </>
  );
}
