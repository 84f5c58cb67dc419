import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { LeaverSubject } from '../../../../shared/domain/leaver/leaver';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { AsOfBeside } from '../../../components/Times';
import { Title } from '../../../components/Title';
import { useLeaverPlan } from '../../../queries/leavers';
import { useRefreshScreen } from '../../../queries/refresh/useRefreshScreen';
import { leaverName, subjectText } from '../leaversText';
import { LeaverPlanParts } from './LeaverPlanParts';
import { planText } from './planText';

interface LeaverPlanPageProps {
  readonly subject: LeaverSubject;
  /** The removal to go on with; null: a new one. */
  readonly leaverId: string | null;
}

/** Everything that somebody has in the accounts, to remove at once. */
export function LeaverPlanPage({ subject, leaverId }: LeaverPlanPageProps): ReactElement | null {
  const { plan, error } = useLeaverPlan(subject);
  const { refreshing, refresh } = useRefreshScreen({ screen: 'leavers' });
  if (error !== null) return <ErrorNotice header={planText.readFailed} error={error.toBody()} />;
  if (plan === undefined) return null;
  const name = leaverName(plan.names, subject);
  const isEmpty = plan.members.length + plan.invitations.length + plan.unread.length === 0;
  return (
    <>
      <Title>{planText.title(name)}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            description={
              <SpaceBetween size="xxs">
                <span className="breaks-anywhere">{subjectText(subject)}</span>
                <span className="inline-row">
                  {planText.inAccounts(plan.accounts)}
                  {plan.asOf === null ? null : <AsOfBeside at={plan.asOf} />}
                </span>
              </SpaceBetween>
            }
            actions={
              <Button
                iconName="refresh"
                ariaLabel={planText.refresh}
                loading={refreshing}
                disabled={refresh === null}
                onClick={() => refresh?.()}
              />
            }
          >
            {planText.title(name)}
          </Header>
        }
      >
        {isEmpty ? (
          <EmptyState title={planText.nothingTitle}>{planText.nothingBody}</EmptyState>
        ) : (
          <LeaverPlanParts plan={plan} subject={subject} leaverId={leaverId} name={name} />
        )}
      </ContentLayout>
    </>
  );
}
