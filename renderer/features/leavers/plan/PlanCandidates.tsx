import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { formatList, formatNumber } from '../../../../shared/text/formats';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useDecideIdentity } from '../../../queries/people';
import { ListedAs } from './ListedAs';
import type { Candidate } from './planParts';
import { certaintyNames, reasonText } from '../../../../shared/domain/leaver/certaintyText';
import { planText } from './planText';

/** Members who may be the leaver: each is confirmed, or ruled out, for all its accounts at once. */
export function PlanCandidates({ candidates }: { readonly candidates: readonly Candidate[] }): ReactElement {
  const { decide, error } = useDecideIdentity();
  return (
    <SpaceBetween size="s">
      {error === null ? null : <ErrorNotice header={planText.decideFailed} error={error.toBody()} />}
      <Table
        variant="container"
        wrapLines
        cellVerticalAlign="top"
        items={candidates}
        trackBy="key"
        columnDefinitions={[
          ...columns,
          {
            id: 'decide',
            header: '',
            minWidth: 240,
            cell: ({ first: { realm, userId, emailAddress, maskedEmail } }) =>
              emailAddress === null ? null : (
                <SpaceBetween direction="horizontal" size="xs">
                  <Button
                    ariaLabel={planText.sameOf(maskedEmail || userId)}
                    onClick={() => decide({ realm, userId, emailAddress, kind: 'same' })}
                  >
                    {planText.same}
                  </Button>
                  <Button
                    ariaLabel={planText.notSameOf(maskedEmail || userId)}
                    onClick={() => decide({ realm, userId, emailAddress, kind: 'notSame' })}
                  >
                    {planText.notSame}
                  </Button>
                </SpaceBetween>
              ),
          },
        ]}
        ariaLabels={{ tableLabel: planText.candidates }}
        header={
          <Header
            variant="h2"
            counter={`(${formatNumber(candidates.length)})`}
            description={planText.candidatesDescription}
          >
            {planText.candidates}
          </Header>
        }
      />
    </SpaceBetween>
  );
}

const columns: readonly TableProps.ColumnDefinition<Candidate>[] = [
  {
    id: 'listedAs',
    header: planText.listedAs,
    isRowHeader: true,
    minWidth: 180,
    cell: ({ first }) => <ListedAs {...first} />,
  },
  {
    id: 'accounts',
    header: planText.accountsOf,
    minWidth: 180,
    cell: ({ members }) => formatList(members.map(({ accountName }) => accountName)),
  },
  {
    id: 'why',
    header: planText.why,
    minWidth: 180,
    cell: ({ first }) => (
      <>
        <StatusIndicator type="info">{certaintyNames[first.confidence]}</StatusIndicator>
        <div>{reasonText(first)}</div>
      </>
    ),
  },
];
