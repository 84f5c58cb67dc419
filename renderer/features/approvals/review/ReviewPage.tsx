import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { BatchReview } from '../../../../shared/domain/approval/batchReview';
import { formatMomentWithZone } from '../../../../shared/text/formats';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Title } from '../../../components/Title';
import { useBatchReview } from '../../../queries/approvals';
import { AnswerNotice } from './AnswerNotice';
import { DecisionForm } from './DecisionForm';
import { ReviewAccounts } from './ReviewAccounts';
import { ReviewFigures } from './ReviewFigures';
import { ReviewRows } from './ReviewRows';
import { reviewText, signerText } from './reviewText';
import { UnconfirmedKey } from './UnconfirmedKey';
import { useDecision } from './useDecision';

/** A batch file, held against what is known here, to approve or return; or somebody's answer. */
export function ReviewPage({ fileId }: { readonly fileId: string }): ReactElement | null {
  const { review, error } = useBatchReview(fileId);
  if (error !== null) return <ErrorNotice header={reviewText.readFailed} error={error.toBody()} />;
  return review === undefined ? null : <Review review={review} />;
}

function Review({ review }: { readonly review: BatchReview }): ReactElement {
  const decision = useDecision(review);
  const title = reviewText.title(review.batchName);
  const { answer, drafter } = review;
  const signer = answer?.approver ?? drafter;
  return (
    <>
      <Title>{title}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            description={reviewText.drafted(signerText(drafter), formatMomentWithZone(review.draftedAt))}
          >
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {answer === null ? null : <AnswerNotice review={review} answer={answer} />}
          {signer.state === 'unconfirmed' ? <UnconfirmedKey signer={signer} /> : null}
          <ReviewFigures review={review} />
          <ReviewAccounts review={review} decision={decision} />
          <ReviewRows review={review} decision={decision} />
          {answer === null ? <DecisionForm review={review} decision={decision} /> : null}
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
