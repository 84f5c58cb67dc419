import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactElement } from 'react';
import { isOverdue, type Invitation } from '../../../../shared/domain/invitation/invitation';
import { roleName } from '../../../../shared/domain/invitation/role';
import { formatMomentWithZone } from '../../../../shared/text/formats';
import { CopyableId } from '../../../components/names/CopyableId';
import { Expiry } from '../../../components/Times';
import { useNow } from '../../../components/useNow';
import type { LinkedMember } from '../../../../shared/domain/person/linkedMember';
import type { InstanceDetails, ShownPlan } from '../../../../shared/domain/account/instanceAccess';
import { InstanceFacts } from './InstanceFacts';
import { PlanFacts } from './PlanFacts';
import { InvitedMembers } from './InvitedMembers';
import { linkTo } from '../../../navigation/useRoute';
import { InvitationState } from './InvitationState';
import { evidenceText, overdueText } from './historyText';
import { detailsText } from './detailsText';

interface InvitationFactsProps {
  readonly invitation: Invitation;
  readonly members: readonly LinkedMember[];
  /** Null: nothing is to be known. */
  readonly instances: InstanceDetails | null;
  /** What is planned while the invitation is pending; null: nothing. */
  readonly plan: ShownPlan | null;
}

/** What is known about an invitation, and how certain it is. */
export function InvitationFacts({
  invitation,
  members,
  instances,
  plan,
}: InvitationFactsProps): ReactElement {
  const { state, evidence, expiresAt } = invitation;
  const overdue = isOverdue(invitation, useNow());
  return (
    <KeyValuePairs
      columns={3}
      minColumnWidth={220}
      items={[
        {
          label: detailsText.state,
          value: (
            <>
              <InvitationState invitation={invitation} />
              <Box variant="small" display="block">
                {overdue ? overdueText : evidenceText(state, evidence)}
              </Box>
            </>
          ),
        },
        { label: detailsText.role, value: roleName(invitation.role) },
        {
          label: detailsText.account,
          value: (
            <>
              {invitation.accountName}
              <div>
                <CopyableId id={invitation.accountId} name="account ID" />
              </div>
            </>
          ),
        },
        { label: detailsText.invitedBy, value: <Broken text={invitation.createdBy || '–'} /> },
        { label: detailsText.created, value: momentText(invitation.createdAt) },
        {
          label: detailsText.expires,
          value: (
            <>
              {momentText(expiresAt)}
              {state === 'pending' && expiresAt !== null && !overdue ? (
                <div>
                  <Expiry at={expiresAt} />
                </div>
              ) : null}
            </>
          ),
        },
        { label: detailsText.email, value: <Address emailAddress={invitation.emailAddress} /> },
        {
          label: detailsText.invitationId,
          value: <CopyableId id={invitation.invitationId} name="invitation ID" />,
        },
        { label: detailsText.lastSeen, value: momentText(invitation.lastSeenAt) },
        ...(instances === null
          ? []
          : [{ label: detailsText.instances, value: <InstanceFacts details={instances} /> }]),
        ...(plan === null ? [] : [{ label: detailsText.instances, value: <PlanFacts plan={plan} /> }]),
        ...(members.length === 0
          ? []
          : [{ label: detailsText.member, value: <InvitedMembers members={members} /> }]),
      ]}
    />
  );
}

/** The address, which leads to all that is known about it. */
const Address = ({ emailAddress }: { readonly emailAddress: string }): ReactElement =>
  emailAddress === '' ? (
    <>–</>
  ) : (
    <span className="breaks-anywhere">
      <Link {...linkTo({ screen: 'person', emailAddress })}>{emailAddress}</Link>
    </span>
  );

const Broken = ({ text }: { readonly text: string }): ReactElement => (
  <span className="breaks-anywhere">{text}</span>
);

const momentText = (at: number | null): string =>
  at === null ? detailsText.unknown : formatMomentWithZone(at);
