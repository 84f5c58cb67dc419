import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { Leaver } from '../../../shared/domain/leaver/leaver';
import { formatMomentWithZone, formatNumber } from '../../../shared/text/formats';
import { linkTo } from '../../navigation/useRoute';
import { useLeavers } from '../../queries/leavers';
import { leaverName, leaversText, subjectText } from './leaversText';

/** Everybody who was removed from every account at once, the latest first. */
export function EarlierRemovals(): ReactElement | null {
  const leavers = useLeavers();
  if (leavers === undefined) return null;
  return (
    <Table
      variant="container"
      wrapLines
      items={leavers}
      trackBy="leaverId"
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: leaversText.earlier }}
      header={
        <Header variant="h2" counter={`(${formatNumber(leavers.length)})`}>
          {leaversText.earlier}
        </Header>
      }
      empty={leaversText.noEarlier}
    />
  );
}

const columns: readonly TableProps.ColumnDefinition<Leaver>[] = [
  {
    id: 'person',
    header: leaversText.person,
    isRowHeader: true,
    cell: ({ leaverId, names, subject }) => (
      <div className="breaks-anywhere">
        <Link {...linkTo({ screen: 'leaver', leaverId })}>{leaverName(names, subject)}</Link>
        <div>{subjectText(subject)}</div>
      </div>
    ),
  },
  {
    id: 'started',
    header: leaversText.started,
    cell: ({ startedAt }) => formatMomentWithZone(startedAt),
  },
];
