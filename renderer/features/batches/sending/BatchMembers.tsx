import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import Box from '@cloudscape-design/components/box';
import { useState, type ReactElement } from 'react';
import type { BatchMember } from '../../../../shared/domain/batch/batchMember';
import { Person } from '../../../components/names/Person';
import { linkedMemberText } from '../../../components/text/ledgerAddressText';
import { linkTo } from '../../../navigation/useRoute';
import { useBatchMembers } from '../../../queries/batchSending';
import { sendingText } from './sendingText';

const shown = 10;

/** Those who accepted, and who they are among the members of the account; null while nobody has. */
export function BatchMembers({ batchId }: { readonly batchId: string }): ReactElement | null {
  const members = useBatchMembers(batchId);
  const [page, setPage] = useState(1);
  if (members === undefined || members.length === 0) return null;
  return (
    <Table
      variant="embedded"
      wrapLines
      header={<Box variant="h3">{sendingText.membersTitle}</Box>}
      ariaLabels={{ tableLabel: sendingText.membersTitle }}
      items={members.slice((page - 1) * shown, page * shown)}
      trackBy={({ rowId }) => rowId}
      columnDefinitions={[
        {
          id: 'person',
          header: sendingText.personColumn,
          isRowHeader: true,
          cell: (person) => <Person {...person} />,
        },
        { id: 'account', header: sendingText.accountColumn, cell: ({ accountName }) => accountName },
        { id: 'planned', header: sendingText.plannedTitle, cell: ({ planned }) => planned || '–' },
        { id: 'member', header: sendingText.memberColumn, cell: (person) => <Member {...person} /> },
      ]}
      {...(members.length > shown
        ? {
            pagination: (
              <Pagination
                currentPageIndex={page}
                pagesCount={Math.ceil(members.length / shown)}
                onChange={({ detail }) => setPage(detail.currentPageIndex)}
              />
            ),
          }
        : {})}
    />
  );
}

/** Leads to the member's page, with how certain it is that this is the person. */
function Member({ member }: Pick<BatchMember, 'member'>): ReactElement {
  if (member === null) return <>{sendingText.memberUnknown}</>;
  const { realm, userId, maskedEmail } = member;
  return (
    <div className="breaks-anywhere">
      <Link {...linkTo({ screen: 'memberPerson', realm, userId })}>{maskedEmail || userId}</Link>
      <Box variant="small" display="block">
        {linkedMemberText(member)}
      </Box>
    </div>
  );
}
