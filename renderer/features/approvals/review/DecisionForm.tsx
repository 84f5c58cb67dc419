import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactElement } from 'react';
import type {
  BatchReview,
  KnownSigner,
  ReviewDecision,
} from '../../../../shared/domain/approval/batchReview';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useAnswer } from '../../../queries/approvals';
import { reviewText } from './reviewText';
import type { DecisionDraft } from './useDecision';

interface DecisionFormProps {
  readonly review: BatchReview;
  readonly decision: DecisionDraft;
}

/** Approving or returning; either becomes a signed file. */
export function DecisionForm({ review, decision }: DecisionFormProps): ReactElement {
  const answering = useAnswer();
  const [comment, setComment] = useState('');
  const [senderKey, setSenderKey] = useState(review.senders[0]?.key ?? '');
  const sender = review.senders.find(({ key }) => key === senderKey);
  const answer = (as: ReviewDecision['decision']): void =>
    answering.mutate({
      ...{ fileId: review.fileId, decision: as, comment, senderKey },
      removedRowIds: [...decision.removed],
      rowComments: [...decision.comments].map(([rowId, text]) => ({ rowId, text })),
      uncheckedAccountIds: decision.agreesUnchecked
        ? decision.unchecked.map(({ accountId }) => accountId)
        : [],
    });
  if (review.whyNot !== null) return <Alert type="info">{review.whyNot}</Alert>;
  const noSender = sender === undefined ? reviewText.nobodySends : undefined;
  const missing = noSender ?? missingToApprove(decision);
  const isSaved = answering.data?.saved === true;
  return (
    <Container header={<Header variant="h2">{reviewText.decide}</Header>}>
      <SpaceBetween size="l">
        <FormField label={reviewText.sender} description={reviewText.senderHint}>
          <Select
            options={review.senders.map(optionOf)}
            selectedOption={sender === undefined ? null : optionOf(sender)}
            onChange={({ detail }) => setSenderKey(detail.selectedOption.value ?? '')}
          />
        </FormField>
        <FormField label={reviewText.yourComment}>
          <Textarea rows={3} value={comment} onChange={({ detail }) => setComment(detail.value)} />
        </FormField>
        {answering.error === null ? null : (
          <ErrorNotice header={reviewText.failed} error={answering.error.toBody()} />
        )}
        {isSaved ? (
          <Alert type="success" header={reviewText.savedTitle}>
            {reviewText.savedBody(
              answering.variables?.decision === 'approved' ? (sender?.name ?? '') : review.drafter.name,
            )}
          </Alert>
        ) : null}
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant="primary"
            loading={answering.isPending && answering.variables.decision === 'approved'}
            {...(missing === undefined ? {} : { disabled: true, disabledReason: missing })}
            onClick={() => answer('approved')}
          >
            {reviewText.approve(decision.remaining)}
          </Button>
          <Button
            loading={answering.isPending && answering.variables.decision === 'returned'}
            {...(noSender === undefined ? {} : { disabled: true, disabledReason: noSender })}
            onClick={() => answer('returned')}
          >
            {reviewText.return}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  );
}

/** Why it can't be approved yet; undefined if it can. */
function missingToApprove({ remaining, unchecked, agreesUnchecked }: DecisionDraft): string | undefined {
  if (remaining === 0) return reviewText.nothingLeft;
  return unchecked.length > 0 && !agreesUnchecked ? reviewText.uncheckedMissing : undefined;
}

const optionOf = ({
  key,
  name,
  state,
}: KnownSigner): { value: string; label: string; description?: string } => ({
  value: key,
  label: name,
  ...(state === 'confirmed' ? {} : { description: reviewText.senderUnconfirmed }),
});
