import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { actorParts } from '../../../shared/domain/activity';
import type { TaskLine, TaskPreview } from '../../../shared/domain/account/instanceTasks';
import { formatNumber } from '../../../shared/text/formats';
import { ConfirmDialog } from '../../components/consent/ConfirmDialog';
import type { TaskList } from '../../queries/instanceWork';
import { instancesText } from './instancesText';

interface TaskListDialogProps {
  readonly tasks: TaskList;
  readonly preview: TaskPreview;
}

/** What a task list would tick off, by whom, and which of its rows fit nothing. */
export function TaskListDialog({ tasks, preview }: TaskListDialogProps): ReactElement {
  const { fileName, ticks, lines, leftOut } = preview;
  return (
    <ConfirmDialog
      header={instancesText.tasksTitle(fileName)}
      failure={{ header: instancesText.tasksFailed, error: tasks.error }}
      confirm={
        lines.length === 0
          ? null
          : {
              text: instancesText.addTicks(lines.length),
              pending: tasks.isAdding,
              onClick: tasks.add,
            }
      }
      onCancel={tasks.close}
    >
      <SpaceBetween size="xs">
        {ticks.length === 0 ? <StatusIndicator type="info">{instancesText.noTicks}</StatusIndicator> : null}
        {ticks.map(({ by, count }) => (
          <StatusIndicator key={by} type="success">
            {instancesText.ticksBy(count, by === 'unknown' ? instancesText.byUnknown : actorParts(by).name)}
          </StatusIndicator>
        ))}
        {lines.length === 0 ? null : <Lines title={instancesText.rowsThatFit} lines={lines} />}
        {leftOut.map(({ reason, lines: left }) => (
          <Lines
            key={reason}
            title={instancesText.leftOut[reason](instancesText.rows(left.length))}
            lines={left}
          />
        ))}
      </SpaceBetween>
    </ConfirmDialog>
  );
}

/** Rows of the file, folded. */
const Lines = ({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly TaskLine[];
}): ReactElement => (
  <ExpandableSection headerText={title}>
    <ul className="names-in-dialog">
      {lines.map(({ line, emailAddress, accountName, instance }) => (
        <li key={line} className="breaks-anywhere">
          <Box variant="span">
            {instancesText.line(
              formatNumber(line),
              [emailAddress, accountName].filter((text) => text !== '').join(', '),
              instance === '' ? '–' : instance,
            )}
          </Box>
        </li>
      ))}
    </ul>
  </ExpandableSection>
);
