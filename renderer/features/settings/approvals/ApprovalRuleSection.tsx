import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactElement } from 'react';
import { approvalRule, type ApprovalRule } from '../../../../shared/domain/approval/approvalRule';
import { formatMoment, readNumber } from '../../../../shared/text/formats';
import { useApprovalRule, useSetApprovalRule } from '../../../queries/approvals';
import { approvalsText } from './approvalsText';
import { NumberOfRule } from './NumberOfRule';

/** Which batches need a second person. A looser rule is asked about in a system dialog, by main. */
export function ApprovalRuleSection(): ReactElement | null {
  const current = useApprovalRule();
  const { mutate } = useSetApprovalRule();
  if (current === undefined) return null;
  const { rule, loosened } = current;
  const change = (part: Partial<ApprovalRule>): void => mutate({ rule: { ...rule, ...part } });
  return (
    <Container
      header={
        <Header variant="h2" description={approvalsText.ruleIntro}>
          {approvalsText.rule}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <FormField label={approvalsText.needed}>
          <RadioGroup
            ariaLabel={approvalsText.needed}
            value={rule.needed}
            items={approvalRule.shape.needed.options.map((value) => ({
              value,
              label: approvalsText.needs[value],
            }))}
            onChange={({ detail }) => {
              change({ needed: approvalRule.shape.needed.parse(detail.value) });
            }}
          />
        </FormField>
        {rule.needed === 'people' ? (
          <NumberOfRule
            key={`people ${String(rule.people)}`}
            label={approvalsText.people}
            description={approvalsText.peopleHint}
            stored={rule.people}
            complaintOf={complaintOf('people')}
            save={(people) => change({ people })}
          />
        ) : null}
        {rule.needed === 'never' ? null : (
          <SpaceBetween size="l">
            <NumberOfRule
              key={`approval ${String(rule.approvalDays)}`}
              label={approvalsText.approvalDays}
              description={approvalsText.approvalDaysHint}
              stored={rule.approvalDays}
              complaintOf={complaintOf('approvalDays')}
              save={(approvalDays) => change({ approvalDays })}
            />
            <NumberOfRule
              key={`snapshot ${String(rule.snapshotDays)}`}
              label={approvalsText.snapshotDays}
              description={approvalsText.snapshotDaysHint}
              stored={rule.snapshotDays}
              complaintOf={complaintOf('snapshotDays')}
              save={(snapshotDays) => change({ snapshotDays })}
            />
          </SpaceBetween>
        )}
        {loosened === null ? null : (
          <Alert type="info">{approvalsText.loosened(formatMoment(loosened.at), loosened.by)}</Alert>
        )}
      </SpaceBetween>
    </Container>
  );
}

/** What is wrong with a typed number; undefined if nothing. */
const complaintOf =
  (field: 'people' | 'approvalDays' | 'snapshotDays') =>
  (text: string): string | undefined =>
    approvalRule.shape[field].safeParse(readNumber(text) ?? Number.NaN).error?.issues[0]?.message;
