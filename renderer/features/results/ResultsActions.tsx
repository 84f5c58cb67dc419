import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { underWayOf } from '../../../shared/domain/outbox/runCounts';
import type { InvitationRef } from '../../../shared/domain/invitation/invitation';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { refOf } from '../../queries/accounts';
import { goTo } from '../../navigation/useRoute';
import { ShareResults } from './ShareResults';
import { useResults } from './resultsContext';
import { countsOf, roleBeforeOf, withLink } from './summary';
import type { RoleBefore } from './undo/UndoRoleDialog';
import { useInviteAgain } from './undo/useInviteAgain';
import { resultsText } from './resultsText';

/** What is to be undone: invitations that were made, or a role that was changed. */
export type Undoing = { readonly invitations: readonly InvitationRef[] } | RoleBefore;

interface ResultsActionsProps {
  readonly operations: readonly Operation[];
  readonly onUndo: (what: Undoing) => void;
  /** Called when the person goes to another screen. */
  readonly onLeave: () => void;
}

/** What people do next with changes that went well. */
export function ResultsActions({ operations, onUndo, onLeave }: ResultsActionsProps): ReactElement | null {
  const { inviteMore } = useResults();
  const { all: again, count, removed } = useInviteAgain(operations);
  const counts = countsOf(operations);
  if (operations.length === 0 || underWayOf(counts) > 0) return null;
  const before = roleBeforeOf(operations);
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
              onUndo({
                invitations: made.map(({ invitationId, ...operation }) => ({
                  ...refOf(operation),
                  invitationId,
                })),
              })
            }
          >
            {resultsText.undo}
          </Button>
        )}
        {again === null ? null : (
          <Button
            onClick={() => {
              onLeave();
              goTo({ screen: 'invite', account: null, again });
            }}
          >
            {resultsText.inviteAll(count, removed)}
          </Button>
        )}
        {before === null ? null : <Button onClick={() => onUndo(before)}>{resultsText.undo}</Button>}
      </div>
      {inviteMore === null || counts.failed === 0 ? null : (
        <Box color="text-body-secondary">{resultsText.staysInForm}</Box>
      )}
    </>
  );
}
