import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { ReviewedRow } from '../../../../shared/domain/approval/batchReview';
import { roleName } from '../../../../shared/domain/invitation/role';
import { withUnseenShown } from '../../../../shared/people/characters';
import { Person } from '../../../components/names/Person';
import { reviewText } from './reviewText';
import type { DecisionDraft } from './useDecision';

/** @param names of the accounts, by ID */
export const reviewColumns = (
  names: ReadonlyMap<string, string>,
  decision: DecisionDraft,
): TableProps.ColumnDefinition<ReviewedRow>[] => [
  { id: 'person', header: reviewText.person, isRowHeader: true, cell: (row) => <Person {...row} /> },
  { id: 'account', header: reviewText.account, cell: ({ accountId }) => names.get(accountId) ?? accountId },
  { id: 'role', header: reviewText.role, cell: ({ role }) => roleName(role) },
  {
    id: 'instances',
    header: reviewText.instances,
    // The one text of a row that isn't checked for characters that hide something.
    cell: ({ instances }) => withUnseenShown(instances),
  },
  { id: 'note', header: reviewText.note, cell: ({ note }) => note },
  { id: 'findings', header: reviewText.findings, cell: (row) => <Findings row={row} /> },
  { id: 'comment', header: reviewText.comment, cell: (row) => <Comment row={row} decision={decision} /> },
  { id: 'decision', header: reviewText.decision, cell: (row) => <Remove row={row} decision={decision} /> },
];

function Findings({ row: { findings, warnings } }: { readonly row: ReviewedRow }): ReactElement {
  return (
    <>
      {findings.map(({ code, level, message }) => (
        <div key={code}>
          <StatusIndicator type={level}>{message}</StatusIndicator>
          {warnings.includes(code) ? (
            <Box variant="small" display="block">
              {reviewText.sameAsDrafter}
            </Box>
          ) : null}
        </div>
      ))}
    </>
  );
}

interface CellProps {
  readonly row: ReviewedRow;
  readonly decision: DecisionDraft;
}

function Comment({ row: { rowId, userName, comment }, decision }: CellProps): ReactElement {
  if (!decision.isOpen) return <>{comment}</>;
  return (
    <Input
      ariaLabel={reviewText.commentOn(userName)}
      value={decision.comments.get(rowId) ?? ''}
      onChange={({ detail }) => decision.setComment(rowId, detail.value)}
    />
  );
}

function Remove({ row: { rowId, userName, removed }, decision }: CellProps): ReactElement {
  if (!decision.isOpen) {
    return removed ? <StatusIndicator type="stopped">{reviewText.removed}</StatusIndicator> : <></>;
  }
  const isRemoved = decision.removed.has(rowId);
  return (
    <>
      {isRemoved ? <StatusIndicator type="stopped">{reviewText.removed}</StatusIndicator> : null}{' '}
      <Button
        variant="inline-link"
        ariaLabel={isRemoved ? reviewText.putBackRow(userName) : reviewText.removeRow(userName)}
        onClick={() => decision.toggle(rowId)}
      >
        {isRemoved ? reviewText.putBack : reviewText.remove}
      </Button>
    </>
  );
}
