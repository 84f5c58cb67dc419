import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { approvalRule, type ApprovalRule } from '../../../../shared/domain/approval/approvalRule';
import { readNumber } from '../../../../shared/text/formats';
import { approvalsText } from './approvalsText';
import { NumberOfRule } from './NumberOfRule';

interface ApprovalRuleFieldsProps {
  readonly rule: ApprovalRule;
  /** Only shown: the person may not change it. */
  readonly isReadOnly?: boolean;
  readonly change: (part: Partial<ApprovalRule>) => void;
}

/** Which batches need a second person, and for how long an approval counts. */
export function ApprovalRuleFields({
  rule,
  isReadOnly = false,
  change,
}: ApprovalRuleFieldsProps): ReactElement {
  const number = (field: 'people' | 'approvalDays' | 'snapshotDays'): ReactElement => (
    <NumberOfRule
      key={`${field} ${String(rule[field])}`}
      label={approvalsText[field]}
      description={approvalsText[`${field}Hint`]}
      stored={rule[field]}
      isReadOnly={isReadOnly}
      complaintOf={complaintOf(field)}
      save={(value) => change({ [field]: value })}
    />
  );
  return (
    <SpaceBetween size="l">
      <FormField label={approvalsText.needed}>
        <RadioGroup
          ariaLabel={approvalsText.needed}
          readOnly={isReadOnly}
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
      {rule.needed === 'people' ? number('people') : null}
      {rule.needed === 'never' ? null : (
        <SpaceBetween size="l">
          {number('approvalDays')}
          {number('snapshotDays')}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

/** What is wrong with a typed number; undefined if nothing. */
const complaintOf =
  (field: 'people' | 'approvalDays' | 'snapshotDays') =>
  (text: string): string | undefined =>
    approvalRule.shape[field].safeParse(readNumber(text) ?? Number.NaN).error?.issues[0]?.message;
