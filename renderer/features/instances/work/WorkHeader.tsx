import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { formatNumber } from '../../../../shared/text/formats';
import { ExportDropdown } from '../../../components/ExportDropdown';
import { useOffersExport } from '../../../navigation/exportOffer';
import { useExportTasks, type TaskList } from '../../../queries/instanceWork';
import { instancesText } from '../instancesText';

interface WorkHeaderProps {
  readonly total: number | undefined;
  /** Whether there is anybody to put into a task list. */
  readonly canExport: boolean;
  readonly tasks: TaskList;
  readonly selected: number;
  readonly isTicking: boolean;
  readonly onTickOff: () => void;
}

/** How many people, where to add them, and what can be done with all or the selected ones. */
export function WorkHeader(props: WorkHeaderProps): ReactElement {
  const { total, canExport, tasks, selected, isTicking, onTickOff } = props;
  const exporting = useExportTasks();
  useOffersExport(canExport);
  const { data } = exporting;
  return (
    <Header
      variant="awsui-h1-sticky"
      {...(total === undefined ? {} : { counter: `(${formatNumber(total)})` })}
      description={instancesText.description}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ExportDropdown
            isPossible={canExport}
            isRunning={exporting.isPending}
            saved={data?.saved === true ? instancesText.savedTasks(data.tasks, data.fileName) : null}
            items={[
              { id: 'xlsx', text: instancesText.excel },
              { id: 'csv', text: instancesText.csv },
            ]}
            onExport={(item) => exporting.mutate({ format: item === 'csv' ? 'csv' : 'xlsx' })}
          />
          <Button loading={tasks.isReading} onClick={tasks.open}>
            {instancesText.importTasks}
          </Button>
          <Button variant="primary" disabled={selected === 0} loading={isTicking} onClick={onTickOff}>
            {instancesText.tickOffSelected(selected)}
          </Button>
        </SpaceBetween>
      }
    >
      {instancesText.title}
    </Header>
  );
}
