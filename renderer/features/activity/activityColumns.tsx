import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { AccountRef } from '../../../shared/domain/account/account';
import {
  actionText,
  actorParts,
  comesFromBatches,
  type ActivityEntry,
} from '../../../shared/domain/activity';
import { rowText } from '../../../shared/domain/outbox/origin';
import { SandboxBadge } from '../../components/names/ConnectionName';
import { OriginText } from '../../components/names/OriginText';
import type { ListColumn } from '../../components/table/listColumns';
import { ListLink } from '../../navigation/ListLink';
import { Person } from '../../components/names/Person';
import { Moment } from '../../components/Times';
import { linkTo } from '../../navigation/useRoute';
import { EntryResult } from './EntryResult';
import { activityText } from './activityText';

type Column = ListColumn<ActivityEntry>;

interface ColumnSelection {
  /** Where an entry's account is shown; null omits the account column. */
  readonly accountOf: ((entry: ActivityEntry) => AccountRef | null) | null;
  /** Filters the record to one identity's actions. */
  readonly onActor: (actor: string) => void;
}

/** The columns, in the order in which one describes what happened. Their widths fit the smallest window that has room for all. */
export const activityColumns = ({ accountOf, onActor }: ColumnSelection): readonly Column[] => [
  { id: 'at', header: activityText.when, width: 75, minWidth: 75, cell: ({ at }) => <Moment at={at} /> },
  {
    id: 'actor',
    header: activityText.who,
    width: 190,
    minWidth: 130,
    cell: (entry) => <Who entry={entry} onActor={onActor} />,
  },
  { id: 'action', header: activityText.what, width: 95, minWidth: 90, cell: actionText },
  {
    id: 'person',
    header: activityText.person,
    width: 190,
    minWidth: 130,
    isRowHeader: true,
    cell: (entry) => <PersonLink entry={entry} />,
  },
  ...(accountOf === null ? [] : [accountColumn(accountOf)]),
  {
    id: 'result',
    header: activityText.result,
    width: 105,
    minWidth: 100,
    cell: (entry) => <EntryResult entry={entry} />,
  },
  {
    id: 'origin',
    header: activityText.origin,
    width: 185,
    minWidth: 130,
    cell: (entry) => <WhereFrom entry={entry} />,
  },
];

/** The person, whose name leads to all that is known about the address. */
function PersonLink({ entry }: { readonly entry: ActivityEntry }): ReactElement {
  const { userName, emailAddress, userId } = entry;
  // Amazon masks a member's address: nothing is known by it.
  if (userId !== null) return <Person userName="" emailAddress={emailAddress} userId={userId} />;
  return (
    <div className="breaks-anywhere">
      {emailAddress === '' ? (
        userName
      ) : (
        <ListLink to={{ screen: 'person', emailAddress }}>{userName || emailAddress}</ListLink>
      )}
      {userName === '' ? null : <div className="list-second">{emailAddress}</div>}
    </div>
  );
}

/** The row of the batch, with its file and note below. */
function WhereFrom({
  entry: { origin, action, colleague },
}: {
  readonly entry: ActivityEntry;
}): ReactElement {
  if (colleague !== null) {
    return <>{colleague.batch === null ? '–' : activityText.fromRow(rowText(colleague.batch))}</>;
  }
  if (origin === null) return <>{comesFromBatches(action) ? activityText.singly : '–'}</>;
  return (
    <OriginText
      origin={origin}
      link={linkTo({ screen: 'batch', batchId: origin.batchId, rowId: origin.rowId })}
    />
  );
}

function accountColumn(accountOf: (entry: ActivityEntry) => AccountRef | null): Column {
  return {
    id: 'account',
    header: activityText.account,
    width: 185,
    minWidth: 130,
    cell: (entry) => {
      const account = accountOf(entry);
      return (
        <div className="breaks-anywhere">
          {account === null ? (
            entry.accountName
          ) : (
            <ListLink to={{ screen: 'activity', account }}>{entry.accountName}</ListLink>
          )}
          <div className="list-second">{entry.accountId}</div>
        </div>
      );
    },
  };
}

interface WhoProps {
  readonly entry: ActivityEntry;
  readonly onActor: (actor: string) => void;
}

/** The acting identity and, below, its connection. */
function Who({ entry, onActor }: WhoProps): ReactElement {
  const { actor, connectionLabel, realm, colleague } = entry;
  const { name, emailAddress } = actorParts(actor);
  return (
    <div className="breaks-anywhere">
      <Link ariaLabel={activityText.showOnlyActor(name)} onFollow={() => onActor(actor)}>
        {name}
      </Link>
      <div className="list-second">
        {emailAddress === null ? null : <div>{emailAddress}</div>}
        {connectionLabel === '' ? null : <div>{activityText.through(connectionLabel)}</div>}
        {colleague === null ? null : activityText.fromColleague(colleague.name)}
      </div>
      {realm === 'sandbox' && !/\bsandbox\b/i.test(connectionLabel) ? <SandboxBadge /> : null}
    </div>
  );
}
