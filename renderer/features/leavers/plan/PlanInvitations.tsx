import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { roleName } from '../../../../shared/domain/invitation/role';
import type { LeaverInvitation } from '../../../../shared/domain/leaver/leaver';
import { formatDate, formatNumber } from '../../../../shared/text/formats';
import { linkTo } from '../../../navigation/useRoute';
import { invitationKeyOf } from './planParts';
import { planText } from './planText';
import type { Selection } from './useSelectedByDefault';

interface PlanInvitationsProps {
  readonly invitations: readonly LeaverInvitation[];
  readonly selection: Selection<LeaverInvitation>;
}

/** The leaver's pending invitations, selected until a person deselects them. */
export const PlanInvitations = ({ invitations, selection }: PlanInvitationsProps): ReactElement => (
  <Table
    variant="container"
    wrapLines
    cellVerticalAlign="top"
    selectionType="multi"
    items={invitations}
    selectedItems={selection.selected}
    onSelectionChange={({ detail }) => selection.select(detail.selectedItems)}
    trackBy={invitationKeyOf}
    columnDefinitions={columns}
    ariaLabels={{
      tableLabel: planText.invitations,
      selectionGroupLabel: planText.invitations,
      allItemsSelectionLabel: () => planText.selectAllInvitations,
      itemSelectionLabel: (_state, { accountName }) => planText.selectInvitation(accountName),
    }}
    header={
      <Header
        variant="h2"
        counter={`(${formatNumber(selection.selected.length)}/${formatNumber(invitations.length)})`}
        description={planText.invitationsDescription}
      >
        {planText.invitations}
      </Header>
    }
  />
);

const columns: readonly TableProps.ColumnDefinition<LeaverInvitation>[] = [
  {
    id: 'account',
    header: planText.account,
    isRowHeader: true,
    minWidth: 200,
    cell: ({ account, accountName, accountId, invitationId }) => (
      <div className="breaks-anywhere">
        <Link
          {...linkTo({
            screen: 'invitations',
            account,
            filter: {},
            shown: { ...account, invitationId },
          })}
        >
          {accountName}
        </Link>
        <Box variant="small" display="block">
          {accountId}
        </Box>
      </div>
    ),
  },
  {
    id: 'email',
    header: planText.listedAs,
    minWidth: 180,
    cell: ({ emailAddress }) => <span className="breaks-anywhere">{emailAddress}</span>,
  },
  { id: 'role', header: planText.role, minWidth: 100, cell: ({ role }) => roleName(role) },
  {
    id: 'expires',
    header: planText.expires,
    minWidth: 110,
    cell: ({ expiresAt }) => (expiresAt === null ? '–' : formatDate(expiresAt)),
  },
];
