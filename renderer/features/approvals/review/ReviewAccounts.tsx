import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { BatchReview, ReviewedAccount } from '../../../../shared/domain/approval/batchReview';
import { formatNumber } from '../../../../shared/text/formats';
import { ReadAt } from '../../../components/Times';
import { reviewText } from './reviewText';
import type { DecisionDraft } from './useDecision';

/** The accounts, those that couldn't be checked here first: approving them takes a click of its own. */
export function ReviewAccounts({
  review: { accounts },
  decision: { unchecked, uncheckedRows, agreesUnchecked, agreeUnchecked, isOpen },
}: {
  readonly review: BatchReview;
  readonly decision: DecisionDraft;
}): ReactElement {
  return (
    <Container header={<Header variant="h2">{reviewText.accounts}</Header>}>
      <SpaceBetween size="m">
        <Table
          variant="embedded"
          wrapLines
          ariaLabels={{ tableLabel: reviewText.accounts }}
          items={accounts}
          trackBy="accountId"
          columnDefinitions={columns}
        />
        {isOpen && unchecked.length > 0 ? (
          <Checkbox checked={agreesUnchecked} onChange={({ detail }) => agreeUnchecked(detail.checked)}>
            {reviewText.approveUnchecked(uncheckedRows, unchecked.length)}
          </Checkbox>
        ) : null}
      </SpaceBetween>
    </Container>
  );
}

const columns = [
  {
    id: 'account',
    header: reviewText.account,
    isRowHeader: true,
    cell: ({ name }: ReviewedAccount) => name,
  },
  {
    id: 'checked',
    header: reviewText.checked,
    cell: ({ checked, asOf }: ReviewedAccount) =>
      checked ? (
        <StatusIndicator type="success">
          <ReadAt at={asOf} />
        </StatusIndicator>
      ) : (
        <StatusIndicator type="warning">{reviewText.notChecked}</StatusIndicator>
      ),
  },
  { id: 'rows', header: reviewText.people, cell: ({ rows }: ReviewedAccount) => formatNumber(rows) },
  { id: 'admins', header: reviewText.admins, cell: ({ admins }: ReviewedAccount) => formatNumber(admins) },
];
