import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { soloSendings, teamRule, type TeamRule } from '../../../../../shared/domain/team/teamRules';
import { unreadableRulesText } from '../../../../../shared/domain/team/teamText';
import { ErrorNotice } from '../../../../components/ErrorNotice';
import { useSetTeamRules, useTeam, useTeamRules } from '../../../../queries/team';
import { approvalsText } from '../../approvals/approvalsText';
import { ApprovalRuleFields } from '../../approvals/ApprovalRuleFields';
import { teamRulesText } from './teamRulesText';

/** What holds for everybody of the team, with its version; changed by administrators. Null without a team. */
export function TeamRulesSection(): ReactElement | null {
  const team = useTeam();
  const rules = useTeamRules();
  const { mutate, error } = useSetTeamRules();
  if (team === undefined || team === null || rules === undefined || rules === null) return null;
  const { rule, version, isReadable } = rules;
  const isReadOnly = team.rights?.mayAdminister !== true;
  return (
    <Container
      header={
        <Header variant="h2" description={teamRulesText.intro}>
          {teamRulesText.title(team.name)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {error === null ? null : <ErrorNotice header={teamRulesText.failed} error={error.toBody()} />}
        {isReadable ? (
          <RuleFields
            rule={rule}
            isReadOnly={isReadOnly}
            change={(part) => mutate({ rule: { ...rule, ...part }, basedOn: version })}
          />
        ) : (
          <Alert type="warning">
            {unreadableRulesText} {teamRulesText.unreadableEffect}
          </Alert>
        )}
        <Box color="text-body-secondary">
          {teamRulesText.version(rules)}
          {team.state === 'connected' ? null : ` ${teamRulesText.asOf(team.lastContactAt)}`}
          {isReadOnly ? ` ${teamRulesText.adminsOnly}` : null}
        </Box>
      </SpaceBetween>
    </Container>
  );
}

interface RuleFieldsProps {
  readonly rule: TeamRule;
  readonly isReadOnly: boolean;
  readonly change: (part: Partial<TeamRule>) => void;
}

function RuleFields({ rule, isReadOnly, change }: RuleFieldsProps): ReactElement {
  return (
    <>
      <Box variant="h3">{approvalsText.rule}</Box>
      <ApprovalRuleFields
        rule={rule.approval}
        isReadOnly={isReadOnly}
        change={(part) => change({ approval: { ...rule.approval, ...part } })}
      />
      <FormField label={teamRulesText.soloSending}>
        <RadioGroup
          ariaLabel={teamRulesText.soloSending}
          readOnly={isReadOnly}
          value={rule.soloSending}
          items={soloSendings.map((value) => ({
            value,
            label: teamRulesText.solo[value],
            description: teamRulesText.soloHint[value],
          }))}
          onChange={({ detail }) => change({ soloSending: teamRule.shape.soloSending.parse(detail.value) })}
        />
      </FormField>
    </>
  );
}
