import type { ReactElement } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import { instanceAccessNames } from '../../../../shared/domain/account/instanceText';
import { stateSince, type Invitation } from '../../../../shared/domain/invitation/invitation';
import { roleName } from '../../../../shared/domain/invitation/role';
import type { ListColumn } from '../../../components/table/listColumns';
import { ListLink } from '../../../navigation/ListLink';
import { Day, Expiry } from '../../../components/Times';
import type { Route } from '../../../../shared/navigation/routes';
import { InvitationState } from '../details/InvitationState';
import { listText } from './listText';
import { TextWith } from '../../../components/text/TextWith';

type Column = ListColumn<Invitation>;

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
    {
      id: 'role',
      width: 105,
      minWidth: 95,
      header: listText.role,
      sortingField: 'role',
      cell: ({ role }) => roleName(role),
    },
    {
      id: 'createdBy',
      width: 190,
      minWidth: 133,
      header: listText.invitedBy,
      sortingField: 'createdBy',
      cell: ({ createdBy }) => <Inviter address={createdBy} short={accountOf !== null} />,
    },
    {
      id: 'createdAt',
      width: 125,
      minWidth: 115,
      header: listText.created,
      sortingField: 'createdAt',
      cell: ({ createdAt }) => (createdAt === null ? '–' : <Day at={createdAt} />),
    },
    ...(showState ? [stateColumn] : []),
    ...(showExpiry ? [expiryColumn] : []),
  ];
}

const nameColumn = (detailsOf: ColumnSelection['detailsOf']): Column => ({
  id: 'userName',
  width: 200,
  minWidth: 150,
  header: listText.person,
  sortingField: 'userName',
  isRowHeader: true,
  cell: (invitation) => (
    <div className="list-cell">
      <Name invitation={invitation} details={detailsOf(invitation)} />
    </div>
  ),
});

const addressColumn: Column = {
  id: 'emailAddress',
  width: 260,
  minWidth: 170,
  header: listText.email,
  sortingField: 'emailAddress',
  cell: ({ emailAddress }) => <div className="list-cell">{emailAddress}</div>,
};

/** Both in one, if another column needs the space. */
const personColumn = (detailsOf: ColumnSelection['detailsOf']): Column => ({
  ...nameColumn(detailsOf),
  width: 230,
  minWidth: 165,
  cell: (invitation) => (
    <div className="list-cell">
      <Name invitation={invitation} details={detailsOf(invitation)} />
      <div className="list-second breaks-anywhere">{invitation.emailAddress}</div>
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
    <ListLink to={details} ariaLabel={listText.detailsOf(name)}>
      {name}
    </ListLink>
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
  width: 140,
  minWidth: 133,
  // With a no-break space: two lines for two short words make the whole header taller.
  header: listText.expiresIn,
  sortingField: 'expiresAt',
  cell: ({ expiresAt, state }) =>
    expiresAt === null || state !== 'pending' ? '–' : <Expiry at={expiresAt} />,
};

const stateColumn: Column = {
  id: 'state',
  width: 160,
  minWidth: 140,
  header: listText.state,
  sortingField: 'state',
  cell: (invitation) => (
    <>
      <InvitationState invitation={invitation} />
      {invitation.state === 'pending' ? null : (
        <div className="list-second">
          <span className="unbroken">
            <TextWith text={listText.since} places={{ day: <Day at={stateSince(invitation)} /> }} />
          </span>
          {invitation.instanceAccess === null ? null : (
            <div>{instanceAccessNames[invitation.instanceAccess]}</div>
          )}
        </div>
      )}
    </>
  ),
};

function accountColumn(accountOf: (invitation: Invitation) => AccountRef | null): Column {
  return {
    id: 'account',
    width: 200,
    minWidth: 190,
    header: listText.account,
    sortingField: 'accountName',
    cell: (invitation) => {
      const account = accountOf(invitation);
      const name =
        account === null ? (
          invitation.accountName
        ) : (
          <ListLink to={{ screen: 'invitations', account }}>{invitation.accountName}</ListLink>
        );
      return (
        <div className="list-cell">
          {name}
          <div className="list-second">{invitation.accountId}</div>
        </div>
      );
    },
  };
}
