import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { ruleText } from '../../../../shared/domain/approval/approvalText';
import type { BatchSend } from '../../../../shared/domain/approval/approvalStatus';
import type { BatchReport } from '../../../../shared/domain/batch/batchReport';
import { formatMoment, formatNumber } from '../../../../shared/text/formats';
import { approvalNoticeText } from './approvalNoticeText';

/** Who drafted, approved and sent the batch, and under which rule; null for batches sent before there was one. */
export function ReportApprovals({
  report: { sends },
}: {
  readonly report: BatchReport;
}): ReactElement | null {
  const telling = sends.filter(
    ({ approvedAt, loosened, rule }) => approvedAt !== null || loosened !== null || rule.needed !== 'never',
  );
  if (telling.length === 0) return null;
  return (
    <div>
      <Box variant="h3">{approvalNoticeText.title}</Box>
      {telling.map((send) => (
        <Box key={send.runId}>{sentencesOf(send).join(' ')}</Box>
      ))}
    </div>
  );
}

function sentencesOf(send: BatchSend): string[] {
  const { approvedAt, drafter, approver, sender, rule, loosened, uncheckedAccountIds } = send;
  return [
    approvedAt === null
      ? approvalNoticeText.sentWithout(sender)
      : approvalNoticeText.sentUnder(drafter, approver, sender),
    ...(uncheckedAccountIds.length === 0
      ? []
      : [approvalNoticeText.unchecked(formatNumber(uncheckedAccountIds.length))]),
    approvalNoticeText.rule(ruleText(rule)),
    ...(loosened === null ? [] : [approvalNoticeText.loosened(formatMoment(loosened.at), loosened.by)]),
  ];
}
