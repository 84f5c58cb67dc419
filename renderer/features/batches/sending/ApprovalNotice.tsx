import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import { faultText } from '../../../../shared/domain/approval/approvalText';
import type { ApprovalOfBatch } from '../../../../shared/domain/approval/batchReview';
import { formatMoment } from '../../../../shared/text/formats';
import { useApprovalOfBatch } from '../../../queries/approvals';
import { approvalNoticeText } from './approvalNoticeText';

/** How a batch stands with the rule about approvals; null where there is nothing to say. */
export function ApprovalNotice({ batchId }: { readonly batchId: string }): ReactElement | null {
  const status = useApprovalOfBatch(batchId);
  return status === undefined ? null : <Notice status={status} />;
}

function Notice({
  status: { needed, approvals, returned, rule },
}: {
  readonly status: ApprovalOfBatch;
}): ReactElement | null {
  const [latest] = approvals;
  const valid = approvals.find(({ faults }) => faults.length === 0);
  if (returned !== null) {
    const { by, at, comment } = returned;
    return (
      <Alert type="warning" header={approvalNoticeText.returned(by, formatMoment(at))}>
        {comment === '' ? approvalNoticeText.seeComments : comment}
      </Alert>
    );
  }
  if (valid !== undefined) {
    return (
      <Alert
        type="success"
        header={approvalNoticeText.approved(valid.approver, formatMoment(valid.approvedAt))}
      >
        {valid.comment}
      </Alert>
    );
  }
  if (!needed) return null;
  if (latest === undefined) {
    return (
      <Alert type="info" header={approvalNoticeText.needed}>
        {approvalNoticeText.howTo}
      </Alert>
    );
  }
  return (
    <Alert type="warning" header={approvalNoticeText.countsNot(latest.approver)}>
      {latest.faults.map((fault) => faultText(fault, latest, rule)).join(' ')}
    </Alert>
  );
}
