import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import { stateSince, type Invitation } from '../../../../shared/domain/invitation/invitation';
import { roleName } from '../../../../shared/domain/invitation/role';
import { Day, Expiry } from '../../../components/Times';
import { hrefOf, type Route } from '../../../../shared/navigation/routes';
import { following, linkTo } from '../../../navigation/useRoute';
import { InvitationState } from '../details/InvitationState';
import { listText } from './listText';
import { TextWith } from '../../../components/text/TextWith';

type Column = TableProps.ColumnDefinition<Invitation>;

interface ColumnSelection {
  /** Where an invitation's account is shown; null omits the account column. */
  readonly accountOf: ((invitation: Invitation) => AccountRef | null) | null;
  readonly showState: boolean;
  /** Only pending ones have time left. */
  readonly showExpiry: boolean;
  /** Where an invitation's details are opened; null if they can't be. */
  readonly detailsOf: (invitation: Invitation) => Route | null;
}

/** The columns, with `sortingField` where main can sort by it (the names are those of `invitations.list`). */
export function invitationColumns({
  accountOf,
  showState,
  showExpiry,
  detailsOf,
}: ColumnSelection): readonly Column[] {
  return [
    ...(accountOf === null && !showState
      ? [nameColumn(detailsOf), addressColumn]
      : [personColumn(detailsOf)]),
    ...(accountOf === null ? [] : [accountColumn(accountOf)]),
    { id: 'role', header: listText.role, sortingField: 'role', cell: ({ role }) => roleName(role) },
    {
      id: 'createdBy',
      header: listText.invitedBy,
      sortingField: 'createdBy',
      minWidth: 145,
      cell: ({ createdBy }) => <Inviter address={createdBy} short={accountOf !== null} />,
    },
    {
      id: 'createdAt',
      header: listText.created,
      sortingField: 'createdAt',
      cell: ({ createdAt }) => (createdAt === null ? '–' : <Day at={createdAt} />),
    },
    ...(showExpiry ? [expiryColumn] : []),
    ...(showState ? [stateColumn] : []),
  ];
}

const nameColumn = (detailsOf: ColumnSelection['detailsOf']): Column => ({
  id: 'userName',
  header: listText.person,
  sortingField: 'userName',
  isRowHeader: true,
  cell: (invitation) => (
    <div className="name-cell">
      <Name invitation={invitation} details={detailsOf(invitation)} />
    </div>
  ),
});

const addressColumn: Column = {
  id: 'emailAddress',
  header: listText.email,
  sortingField: 'emailAddress',
  cell: ({ emailAddress }) => <div className="name-cell wide">{emailAddress}</div>,
};

/** Both in one, if another column needs the space. */
const personColumn = (detailsOf: ColumnSelection['detailsOf']): Column => ({
  ...nameColumn(detailsOf),
  minWidth: 170,
  cell: (invitation) => (
    <div className="name-cell">
      <Name invitation={invitation} details={detailsOf(invitation)} />
      <Box variant="small" display="block">
        <span className="breaks-anywhere">{invitation.emailAddress}</span>
      </Box>
    </div>
  ),
});

interface NameProps {
  readonly invitation: Invitation;
  readonly details: Route | null;
}

function Name({ invitation: { userName, emailAddress }, details }: NameProps): ReactElement {
  const name = userName || emailAddress || listText.noName;
  if (details === null) return <>{name}</>;
  return (
    <Link {...linkTo(details)} ariaLabel={listText.detailsOf(name)}>
      {name}
    </Link>
  );
}

/** In a narrow column, the part before the @ distinguishes colleagues; the full address is in the details. */
function Inviter({ address, short }: { readonly address: string; readonly short: boolean }): ReactElement {
  const shown = short ? address.replace(/@.*/, '') : address;
  return (
    <span className="breaks-anywhere" title={address}>
      {shown || '–'}
    </span>
  );
}

const expiryColumn: Column = {
  id: 'expiresAt',
  // With a no-break space: two lines for two short words make the whole header taller.
  header: listText.expiresIn,
  sortingField: 'expiresAt',
  cell: ({ expiresAt, state }) =>
    expiresAt === null || state !== 'pending' ? '–' : <Expiry at={expiresAt} />,
};

const stateColumn: Column = {
  id: 'state',
  header: listText.state,
  sortingField: 'state',
  cell: (invitation) => (
    <>
      <InvitationState invitation={invitation} />
      {invitation.state === 'pending' ? null : (
        <Box variant="small" display="block">
          <span className="unbroken">
            <TextWith text={listText.since} places={{ day: <Day at={stateSince(invitation)} /> }} />
          </span>
        </Box>
      )}
    </>
  ),
};

function accountColumn(accountOf: (invitation: Invitation) => AccountRef | null): Column {
  return {
    id: 'account',
    header: listText.account,
    sortingField: 'accountName',
    cell: (invitation) => {
      const account = accountOf(invitation);
      const name =
        account === null ? (
          invitation.accountName
        ) : (
          <Link
            href={hrefOf({ screen: 'invitations', account })}
            onFollow={following({ screen: 'invitations', account })}
          >
            {invitation.accountName}
          </Link>
        );
      return (
        <div className="name-cell">
          {name}
          <Box variant="small" display="block">
            {invitation.accountId}
          </Box>
        </div>
      );
    },
  };
}
