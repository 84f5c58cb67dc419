import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Orphan } from '../../../../shared/domain/person/directory';
import type { ListColumn } from '../../../components/table/listColumns';
import { ListLink } from '../../../navigation/ListLink';
import { ReadAt } from '../../../components/Times';
import { linkTo } from '../../../navigation/useRoute';
import { identityText, whyText } from '../member/identityText';
import { accessLine, orphansText } from './orphansText';

/** How many accounts a row names. */
const maxAccounts = 3;

export const orphanColumns: readonly ListColumn<Orphan>[] = [
  {
    id: 'person',
    width: 260,
    minWidth: 190,
    header: orphansText.person,
    isRowHeader: true,
    cell: ({ realm, userId, address, name }) => (
      <span className="breaks-anywhere">
        <ListLink to={{ screen: 'memberPerson', realm, userId }}>{address}</ListLink>
        {name === '' ? null : <div className="list-second">{name}</div>}
      </span>
    ),
  },
  {
    id: 'why',
    width: 165,
    minWidth: 160,
    header: orphansText.why,
    cell: ({ why }) => (
      <StatusIndicator type={why === 'notActive' ? 'stopped' : 'warning'} wrapText={false}>
        {orphansText.whyName[why]}
      </StatusIndicator>
    ),
  },
  {
    id: 'certainty',
    width: 215,
    minWidth: 165,
    header: orphansText.certainty,
    cell: ({ confidence, rule }) => (
      <>
        {identityText.confidence[confidence]}
        <div className="list-second">{whyText({ confidence, rule, candidates: [] })}</div>
      </>
    ),
  },
  {
    id: 'accounts',
    width: 260,
    minWidth: 180,
    header: orphansText.accounts,
    cell: (orphan) => <Accounts orphan={orphan} />,
  },
  {
    id: 'asOf',
    width: 100,
    minWidth: 90,
    header: orphansText.asOf,
    cell: ({ accounts }) => <ReadAt at={oldest(accounts)} />,
  },
  {
    id: 'actions',
    width: 178,
    minWidth: 174,
    header: <span className="visually-hidden">{orphansText.actions}</span>,
    cell: ({ realm, userId, address }) => (
      <Button
        variant="inline-link"
        ariaLabel={orphansText.removeAllOf(address)}
        {...linkTo({
          screen: 'leavers',
          subject: { emailAddresses: [address], members: [{ realm, userId }] },
        })}
      >
        {orphansText.removeAll}
      </Button>
    ),
  },
];

function Accounts({ orphan: { accounts } }: { readonly orphan: Orphan }): ReactElement {
  const more = accounts.length - maxAccounts;
  return (
    <div className="breaks-anywhere">
      {accounts.slice(0, maxAccounts).map((account) => (
        <div key={account.accountId}>{accessLine(account)}</div>
      ))}
      {more > 0 ? <div className="list-second">{orphansText.moreAccounts(more)}</div> : null}
    </div>
  );
}

/** When the oldest of the lists was read, in ms since 1970; null if there is none. */
const oldest = (accounts: Orphan['accounts']): number | null =>
  accounts.length === 0 ? null : Math.min(...accounts.map(({ lastSeenAt }) => lastSeenAt));
