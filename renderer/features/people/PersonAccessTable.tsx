import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { instanceAccessNames } from '../../../shared/domain/account/instanceText';
import { roleName } from '../../../shared/domain/invitation/role';
import type { PersonAccess, PersonInvitation, PersonMember } from '../../../shared/domain/person/knownPerson';
import type { UnseenInvitation } from '../../../shared/domain/team/colleagueInvitation';
import { colleagueName } from '../../../shared/domain/team/teamText';
import { formatDate, formatMoment } from '../../../shared/text/formats';
import { accountKey } from '../../../shared/util/accountKey';
import { RelativeTime } from '../../components/Times';
import { linkTo } from '../../navigation/useRoute';
import { InvitationState } from '../invitations/details/InvitationState';
import { PlanFacts } from '../invitations/details/PlanFacts';
import { peopleText } from './peopleText';

/** How many invitations of one account are shown; all of them are in its list. */
const maxShownInvitations = 3;

interface PersonAccessTableProps {
  readonly access: readonly PersonAccess[];
  /** Whether there are more invitations than those given. */
  readonly hasMoreInvitations: boolean;
}

/** What the address has in each account. */
export function PersonAccessTable({ access, hasMoreInvitations }: PersonAccessTableProps): ReactElement {
  return (
    <Table
      variant="container"
      wrapLines
      cellVerticalAlign="top"
      items={access}
      trackBy={accountKey}
      ariaLabels={{ tableLabel: peopleText.access }}
      columnDefinitions={columns}
      header={
        <Header
          variant="h2"
          counter={`(${String(access.length)})`}
          description={peopleText.accessDescription}
        >
          {peopleText.access}
        </Header>
      }
      footer={hasMoreInvitations ? peopleText.moreInvitations : undefined}
      empty={peopleText.noAccess}
    />
  );
}

const columns: readonly TableProps.ColumnDefinition<PersonAccess>[] = [
  {
    id: 'account',
    header: peopleText.account,
    isRowHeader: true,
    width: 220,
    cell: ({ account, accountName, accountId }) => (
      <div className="breaks-anywhere">
        {account === null ? (
          accountName
        ) : (
          <Link {...linkTo({ screen: 'invitations', account })}>{accountName}</Link>
        )}
        <Box variant="small" display="block">
          {accountId}
        </Box>
      </div>
    ),
  },
  {
    id: 'invitations',
    header: peopleText.invitations,
    cell: ({ account, invitations, byColleagues }) => (
      <>
        {invitations.length + byColleagues.length === 0 ? peopleText.notInvited : null}
        {byColleagues.map((invitation) => (
          <ColleagueLine key={invitation.at} invitation={invitation} />
        ))}
        {invitations.slice(0, maxShownInvitations).map((invitation) => (
          <InvitationLine key={invitation.invitationId} invitation={invitation} account={account} />
        ))}
        {invitations.length > maxShownInvitations ? (
          <Box variant="small">{peopleText.olderInvitations(invitations.length - maxShownInvitations)}</Box>
        ) : null}
      </>
    ),
  },
  {
    id: 'members',
    header: peopleText.members,
    cell: ({ members }) =>
      members.length === 0
        ? peopleText.noMember
        : members.map((member) => <MemberLine key={member.userId} member={member} />),
  },
];

interface InvitationLineProps {
  readonly invitation: PersonInvitation;
  readonly account: PersonAccess['account'];
}

/** Its state, then role and day, which lead to its details, and to which instances the person is to be added. */
function InvitationLine({ invitation, account }: InvitationLineProps): ReactElement {
  const { role, createdAt, firstSeenAt, invitationId, instanceAccess, plan } = invitation;
  const text = peopleText.invitedAs(roleName(role), formatDate(createdAt ?? firstSeenAt));
  return (
    <div>
      <InvitationState invitation={invitation} />{' '}
      {account === null ? (
        text
      ) : (
        <Link
          {...linkTo({
            screen: 'invitations',
            account,
            filter: {},
            shown: { ...account, invitationId },
          })}
        >
          {text}
        </Link>
      )}
      {instanceAccess === null ? null : (
        <Box variant="small" display="block">
          {instanceAccessNames[instanceAccess]}
        </Box>
      )}
      {plan === null ? null : (
        <Box variant="small" display="block">
          <span className="breaks-anywhere">
            <PlanFacts plan={plan} />
          </span>
        </Box>
      )}
    </div>
  );
}

/** What a colleague invited the person to, which this computer knows from the team alone. */
function ColleagueLine({ invitation }: { readonly invitation: UnseenInvitation }): ReactElement {
  const { role, at, reading } = invitation;
  return (
    <div>
      <StatusIndicator type="info">{peopleText.invitedBy(colleagueName(invitation))}</StatusIndicator>{' '}
      {role === null ? formatMoment(at) : peopleText.invitedAs(roleName(role), formatMoment(at))}
      <Box variant="small" display="block">
        <RelativeTime at={at} />
        {peopleText.fromTheTeam[reading]}
      </Box>
    </div>
  );
}

/** Somebody in the account's list, how certain it is that this is the person, and why. */
function MemberLine({ member }: { readonly member: PersonMember }): ReactElement {
  const { confidence, rule, maskedEmail, role } = member;
  return (
    <div>
      <StatusIndicator type={confidence === 'certain' ? 'success' : 'info'} wrapText={false}>
        {peopleText.confidence[confidence]}
      </StatusIndicator>{' '}
      {role === null ? peopleText.roleUnknown : roleName(role)}
      <Box variant="small" display="block">
        {peopleText.reason[rule ?? 'fits'](maskedEmail)}
      </Box>
    </div>
  );
}
