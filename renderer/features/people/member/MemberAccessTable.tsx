import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useMemo, type ReactElement } from 'react';
import {
  memberPersonKey,
  type AccountMember,
  type MemberPersonRef,
  type PeopleCoverage,
} from '../../../../shared/domain/person/memberPerson';
import type { MemberInvitation } from '../../../../shared/domain/person/linkedMember';
import { memberRefOf } from '../../../../shared/domain/member/member';
import { useMemberAddresses } from '../../../queries/people';
import { formatNumber } from '../../../../shared/text/formats';
import type { SelectedMember } from '../../members/changes/memberDialog';
import { useMemberChanges } from '../../members/changes/useMemberChanges';
import { PeopleCoverageNotice } from '../list/PeopleCoverageNotice';
import { memberAccessColumns } from './memberAccessColumns';
import { memberPersonText } from './memberPersonText';

interface MemberAccessTableProps {
  readonly member: MemberPersonRef;
  readonly access: readonly AccountMember[];
  readonly coverage: PeopleCoverage;
  readonly invitations: readonly MemberInvitation[];
}

/** The accounts that list a user ID, to change what it has in several at once; then those that no longer do. */
export function MemberAccessTable({
  member,
  access,
  coverage,
  invitations,
}: MemberAccessTableProps): ReactElement {
  const items = useMemo(
    () => [...access.filter(hasAccess), ...access.filter((each) => !hasAccess(each))],
    [access],
  );
  const changing = useMemberChanges({
    of: memberPersonKey(member),
    items,
    asSelected,
    nameOf: ({ accountName }) => accountName,
    isSelectable: hasAccess,
  });
  const addresses = useMemberAddresses(access.map((each) => memberRefOf(asSelected(each))));
  return (
    <div {...changing.rows}>
      <Table
        {...changing.table}
        variant="container"
        wrapLines
        cellVerticalAlign="top"
        items={items}
        columnDefinitions={memberAccessColumns(addresses, invitations)}
        ariaLabels={{ tableLabel: memberPersonText.access, ...changing.labels }}
        header={
          <Header
            variant="h2"
            counter={`(${formatNumber(access.filter(hasAccess).length)})`}
            description={memberPersonText.accessDescription}
            actions={changing.actions}
          >
            {memberPersonText.access}
          </Header>
        }
        filter={
          <SpaceBetween size="xs">
            <PeopleCoverageNotice coverage={coverage} />
            {changing.summary}
          </SpaceBetween>
        }
      />
      {changing.overlays}
    </div>
  );
}

const hasAccess = ({ goneAt }: AccountMember): boolean => goneAt === null;

const asSelected = ({ account, accountName, userId, maskedEmail, role }: AccountMember): SelectedMember => ({
  ...{ ...account, userId, maskedEmail, role, accountName },
});
