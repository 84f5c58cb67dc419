import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { invitationKeyOf, memberKeyOf, partsOf } from './planParts';
import type { LeaverPlan, LeaverSubject } from '../../../../shared/domain/leaver/leaver';
import { LeaverDialog } from './LeaverDialog';
import { PlanCandidates } from './PlanCandidates';
import { PlanInherited } from './PlanInherited';
import { PlanInvitations } from './PlanInvitations';
import { PlanMembers } from './PlanMembers';
import { planText } from './planText';
import { UnreadAccounts } from './UnreadAccounts';
import { useSelectedByDefault } from './useSelectedByDefault';

interface LeaverPlanPartsProps {
  readonly plan: LeaverPlan;
  readonly subject: LeaverSubject;
  readonly leaverId: string | null;
  /** What the leaver is called. */
  readonly name: string;
}

/** The plan: what nobody knows first, then what can be removed, what has to be confirmed, and what can't be removed here. */
export function LeaverPlanParts({ plan, subject, leaverId, name }: LeaverPlanPartsProps): ReactElement {
  const { certain, candidates, inherited } = partsOf(plan);
  const members = useSelectedByDefault(certain, memberKeyOf);
  const invitations = useSelectedByDefault(plan.invitations, invitationKeyOf);
  const [isAsking, setAsking] = useState(false);
  const isNothingSelected = members.selected.length + invitations.selected.length === 0;
  return (
    <SpaceBetween size="l">
      <UnreadAccounts unread={plan.unread} accounts={plan.accounts} />
      <PlanMembers members={certain} selection={members} />
      {candidates.length === 0 ? null : <PlanCandidates candidates={candidates} />}
      {plan.invitations.length === 0 ? null : (
        <PlanInvitations invitations={plan.invitations} selection={invitations} />
      )}
      {inherited.length === 0 ? null : <PlanInherited members={inherited} />}
      <div>
        <Button
          variant="primary"
          disabled={isNothingSelected}
          disabledReason={planText.selectFirst}
          onClick={() => setAsking(true)}
        >
          {planText.removeSelected}
        </Button>
      </div>
      {isAsking ? (
        <LeaverDialog
          name={name}
          subject={subject}
          leaverId={leaverId}
          members={members.selected}
          invitations={invitations.selected}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </SpaceBetween>
  );
}
