import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import {
  actionText,
  actorParts,
  comesFromBatches,
  type ActivityEntry,
} from '../../../shared/domain/activity';
import { openStatuses } from '../../../shared/domain/outbox/openStatuses';
import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { formatMomentWithZone, formatNumber } from '../../../shared/text/formats';
import { ErrorNotice } from '../../components/ErrorNotice';
import { OriginText } from '../../components/names/OriginText';
import { linkTo } from '../../navigation/useRoute';
import { useActivity } from '../../queries/activity';
import { useOperationsPage } from '../../queries/outbox';
import { EntryResult } from '../activity/EntryResult';
import { peopleText } from './peopleText';

const pageSize = 10;

/** By address, or by a member's user ID. */
type TimelineSubject = { readonly emailAddress: string } | { readonly member: MemberPersonRef };

interface PersonTimelineProps {
  readonly of: TimelineSubject;
  /** What the timeline is about. */
  readonly description: string;
}

/** What was done for somebody, the latest first, and above it what has not ended yet. */
export function PersonTimeline({ of, description }: PersonTimelineProps): ReactElement {
  const [pageNumber, goTo] = useState(1);
  const { page, error } = useActivity({
    ...of,
    limit: pageSize,
    offset: (pageNumber - 1) * pageSize,
  });
  const total = page?.total ?? 0;
  return (
    <Table
      variant="container"
      wrapLines
      cellVerticalAlign="top"
      items={page?.entries ?? []}
      trackBy={({ activityId, colleague }) =>
        `${colleague === null ? '' : 'colleague '}${String(activityId)}`
      }
      ariaLabels={{ tableLabel: peopleText.timeline }}
      columnDefinitions={columns}
      header={
        <Header
          variant="h2"
          counter={`(${formatNumber(total)})`}
          description={description}
          actions={<OpenOperations of={of} />}
        >
          {peopleText.timeline}
        </Header>
      }
      pagination={
        total <= pageSize ? undefined : (
          <Pagination
            currentPageIndex={pageNumber}
            pagesCount={Math.ceil(total / pageSize)}
            onChange={({ detail }) => goTo(detail.currentPageIndex)}
          />
        )
      }
      empty={
        error === null ? (
          peopleText.noActivity
        ) : (
          <ErrorNotice header={peopleText.readFailed} error={error.toBody()} />
        )
      }
    />
  );
}

/** What has been asked for and has not ended, with the way to its run; null where there is nothing. */
function OpenOperations({ of }: Pick<PersonTimelineProps, 'of'>): ReactElement | null {
  const { page } = useOperationsPage({
    ...of,
    statuses: [...openStatuses],
    limit: 1,
    offset: 0,
  });
  const [first] = page?.operations ?? [];
  if (page === undefined || first === undefined) return null;
  return (
    <StatusIndicator type="in-progress">
      <Link {...linkTo({ screen: 'operations', runId: first.runId })}>
        {peopleText.openOperations(page.total)}
      </Link>
    </StatusIndicator>
  );
}

const columns: readonly TableProps.ColumnDefinition<ActivityEntry>[] = [
  { id: 'at', header: peopleText.when, width: 170, cell: ({ at }) => formatMomentWithZone(at) },
  {
    id: 'who',
    header: peopleText.who,
    cell: ({ actor, colleague }) => (
      <>
        {actorParts(actor).name}
        {colleague === null ? null : (
          <Box variant="small" display="block">
            {peopleText.fromColleague(colleague.name)}
          </Box>
        )}
      </>
    ),
  },
  {
    id: 'what',
    header: peopleText.what,
    isRowHeader: true,
    cell: (entry) => (
      <>
        {actionText(entry)}
        {entry.runId === null ? null : (
          <Box variant="small" display="block">
            <Link {...linkTo({ screen: 'operations', runId: entry.runId })}>
              {peopleText.runOf(entry.runId)}
            </Link>
          </Box>
        )}
      </>
    ),
  },
  { id: 'account', header: peopleText.account, cell: ({ accountName }) => accountName },
  { id: 'result', header: peopleText.result, cell: (entry) => <EntryResult entry={entry} /> },
  {
    id: 'origin',
    header: peopleText.origin,
    minWidth: 150,
    cell: ({ origin, action, colleague }) =>
      origin === null ? (
        comesFromBatches(action) && colleague === null ? (
          peopleText.singly
        ) : (
          '–'
        )
      ) : (
        <OriginText
          origin={origin}
          link={linkTo({ screen: 'batch', batchId: origin.batchId, rowId: origin.rowId })}
        />
      ),
  },
];
