import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { BatchReview, KnownSigner } from '../../../../shared/domain/approval/batchReview';
import { formatMomentWithZone } from '../../../../shared/text/formats';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { goTo } from '../../../navigation/useRoute';
import { useTakeBatch } from '../../../queries/approvals';
import { reviewText, signerText } from './reviewText';

interface AnswerNoticeProps {
  readonly review: BatchReview;
  readonly answer: NonNullable<BatchReview['answer']>;
}

/** What somebody decided, and whether it counts here. */
export function AnswerNotice({ review, answer }: AnswerNoticeProps): ReactElement {
  const taking = useTakeBatch();
  const { decision, approver, sender, decidedAt, comment, counts, canBeTaken, uncheckedAccountIds } = answer;
  const isApproved = decision === 'approved';
  const time = formatMomentWithZone(decidedAt);
  const by = signerText(approver);
  return (
    <>
      <Alert
        type={!isApproved ? 'info' : counts ? 'success' : 'warning'}
        header={isApproved ? reviewText.approvedBy(by, time) : reviewText.returnedBy(by, time)}
        action={
          canBeTaken ? (
            <Button
              loading={taking.isPending}
              onClick={() =>
                taking.mutate(
                  { fileId: review.fileId },
                  { onSuccess: ({ batchId }) => goTo({ screen: 'batch', batchId }) },
                )
              }
            >
              {reviewText.openBatch}
            </Button>
          ) : null
        }
      >
        <SpaceBetween size="xxs">
          {comment === '' ? null : <span>{comment}</span>}
          {isApproved ? <span>{reviewText.forSender(signerText(sender))}</span> : null}
          {isApproved ? <Worth counts={counts} state={approver.state} /> : null}
          {uncheckedAccountIds.length === 0 ? null : (
            <span>{reviewText.uncheckedThere(uncheckedAccountIds.length)}</span>
          )}
        </SpaceBetween>
      </Alert>
      {taking.error === null ? null : (
        <ErrorNotice header={reviewText.takeFailed} error={taking.error.toBody()} />
      )}
    </>
  );
}

/** Whether an approval counts here, unless that goes without saying. */
function Worth({
  counts,
  state,
}: Pick<AnswerNoticeProps['answer'], 'counts'> & Pick<KnownSigner, 'state'>): ReactElement | null {
  if (state === 'distrusted') return <span>{counts ? reviewText.countsStill : reviewText.countsNever}</span>;
  return counts || state === 'own' ? null : <span>{reviewText.countsNot}</span>;
}
