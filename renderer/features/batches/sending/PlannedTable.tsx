import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { PlannedInCall } from '../../../../shared/domain/batch/batch';
import { planStaysHereText } from '../../../../shared/domain/account/plannedInstancesText';
import { sendingText } from './sendingText';

/** The instances planned for the people of a call, beside the call: they aren't part of it. */
export function PlannedTable({
  planned,
}: {
  readonly planned: readonly PlannedInCall[];
}): ReactElement | null {
  if (planned.length === 0) return null;
  return (
    <Table
      variant="embedded"
      header={
        <>
          <Box variant="h3">{sendingText.plannedTitle}</Box>
          <Box color="text-body-secondary">{planStaysHereText}</Box>
        </>
      }
      ariaLabels={{ tableLabel: sendingText.plannedTitle }}
      items={planned}
      trackBy="emailAddress"
      wrapLines
      columnDefinitions={[
        {
          id: 'person',
          header: sendingText.personColumn,
          isRowHeader: true,
          cell: ({ emailAddress }) => emailAddress,
        },
        { id: 'instances', header: sendingText.instancesColumn, cell: ({ instances }) => instances },
        { id: 'note', header: sendingText.earlierPlanColumn, cell: ({ note }) => note ?? '–' },
      ]}
    />
  );
}
