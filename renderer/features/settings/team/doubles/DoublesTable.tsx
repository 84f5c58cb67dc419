import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import type { TeamDouble } from '../../../../../shared/domain/team/teamDouble';
import { linkTo } from '../../../../navigation/useRoute';
import { useDoubles } from '../../../../queries/team';
import { DismissDialog } from './DismissDialog';
import { doublesText } from './doublesText';
import { pageToRevoke } from './pageToRevoke';

/** Who was invited twice, with both invitations and what can be done; null if nobody was. */
export function DoublesTable(): ReactElement | null {
  const doubles = useDoubles();
  const [dismissed, setDismissed] = useState<TeamDouble | null>(null);
  if (doubles.length === 0) return null;
  return (
    <>
      <Table<TeamDouble>
        variant="embedded"
        items={doubles}
        trackBy={({ soloId, otherId }) => `${soloId} ${otherId}`}
        wrapLines
        cellVerticalAlign="top"
        ariaLabels={{ tableLabel: doublesText.title(doubles.length) }}
        header={
          <Header variant="h3" description={doublesText.intro}>
            {doublesText.title(doubles.length)}
          </Header>
        }
        columnDefinitions={[
          {
            id: 'person',
            header: doublesText.person,
            isRowHeader: true,
            cell: ({ emailAddress }) => <span className="breaks-anywhere">{emailAddress}</span>,
          },
          { id: 'account', header: doublesText.account, cell: ({ accountName }) => accountName },
          {
            id: 'invitations',
            header: doublesText.invitations,
            minWidth: 220,
            cell: (double) => <Sides double={double} />,
          },
          {
            id: 'next',
            header: doublesText.next,
            cell: (double) => <NextStep double={double} onDismiss={() => setDismissed(double)} />,
          },
        ]}
      />
      {dismissed === null ? null : <DismissDialog double={dismissed} onClose={() => setDismissed(null)} />}
    </>
  );
}

const Sides = ({ double: { sides, proposed } }: { readonly double: TeamDouble }): ReactElement => (
  <ul className="plain-list">
    {sides.map((side) => (
      <li key={side.claimId}>
        {doublesText.side(side)}
        <Box variant="small" display="block">
          {doublesText.states[side.state]}
          {side.claimId === proposed ? `, ${doublesText.proposed}` : null}
        </Box>
        {side.reason === null ? null : (
          <Box variant="small" display="block">
            {doublesText.reasonOf(side.reason)}
          </Box>
        )}
      </li>
    ))}
  </ul>
);

interface NextStepProps {
  readonly double: TeamDouble;
  readonly onDismiss: () => void;
}

function NextStep({ double, onDismiss }: NextStepProps): ReactElement {
  const { emailAddress } = double;
  const page = pageToRevoke(double);
  return (
    <SpaceBetween size="xxs">
      {page === null ? null : (
        <Link
          {...linkTo(page)}
          ariaLabel={
            page.shown === undefined
              ? doublesText.revokeOf(emailAddress)
              : doublesText.revokeProposed(emailAddress)
          }
        >
          {doublesText.revoke}
        </Link>
      )}
      <Button variant="inline-link" ariaLabel={doublesText.dismissOf(emailAddress)} onClick={onDismiss}>
        {doublesText.dismiss}
      </Button>
    </SpaceBetween>
  );
}
