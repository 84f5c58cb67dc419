import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { ColleagueMemberEvent } from '../../../../shared/domain/team/colleagueMemberEvent';
import { formatMomentWithZone, formatNumber } from '../../../../shared/text/formats';
import { RelativeTime } from '../../../components/Times';
import { colleaguesEventsText } from './colleaguesEventsText';

/** What colleagues' apps saw happen to a member and this one didn't; null if there is nothing. */
export function ColleaguesEvents({
  events,
}: {
  readonly events: readonly ColleagueMemberEvent[];
}): ReactElement | null {
  if (events.length === 0) return null;
  return (
    <Table
      variant="container"
      wrapLines
      items={events}
      ariaLabels={{ tableLabel: colleaguesEventsText.title }}
      columnDefinitions={columns}
      header={
        <Header
          variant="h2"
          counter={`(${formatNumber(events.length)})`}
          description={colleaguesEventsText.description}
        >
          {colleaguesEventsText.title}
        </Header>
      }
    />
  );
}

const columns: readonly TableProps.ColumnDefinition<ColleagueMemberEvent>[] = [
  { id: 'at', header: colleaguesEventsText.when, width: 170, cell: ({ at }) => formatMomentWithZone(at) },
  { id: 'what', header: colleaguesEventsText.what, isRowHeader: true, cell: colleaguesEventsText.event },
  { id: 'account', header: colleaguesEventsText.account, cell: ({ accountName }) => accountName },
  { id: 'who', header: colleaguesEventsText.who, cell: ({ name }) => name },
  {
    id: 'learned',
    header: colleaguesEventsText.learned,
    cell: ({ learnedAt }) => <RelativeTime at={learnedAt} />,
  },
];
