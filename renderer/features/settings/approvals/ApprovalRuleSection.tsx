import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactElement } from 'react';
import { formatMoment } from '../../../../shared/text/formats';
import { useApprovalRule, useSetApprovalRule } from '../../../queries/approvals';
import { ApprovalRuleFields } from './ApprovalRuleFields';
import { approvalsText } from './approvalsText';

/** Which batches need a second person. A looser rule is asked about in a system dialog, by main. */
export function ApprovalRuleSection(): ReactElement | null {
  const current = useApprovalRule();
  const { mutate } = useSetApprovalRule();
  if (current === undefined) return null;
  const { rule, loosened } = current;
  return (
    <Container
      header={
        <Header variant="h2" description={approvalsText.ruleIntro}>
          {approvalsText.rule}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <ApprovalRuleFields rule={rule} change={(part) => mutate({ rule: { ...rule, ...part } })} />
        {loosened === null ? null : (
          <Alert type="info">{approvalsText.loosened(formatMoment(loosened.at), loosened.by)}</Alert>
        )}
      </SpaceBetween>
    </Container>
  );
}
