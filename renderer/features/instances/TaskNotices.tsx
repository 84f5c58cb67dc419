import Alert from '@cloudscape-design/components/alert';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
import type { TaskList } from '../../queries/instanceWork';
import { instancesText } from './instancesText';
import { TaskListDialog } from './TaskListDialog';

/** A task list that is open, was added, or couldn't be read. */
export function TaskNotices({ tasks }: { readonly tasks: TaskList }): ReactElement {
  const { preview, added, error } = tasks;
  return (
    <>
      {preview === null ? null : <TaskListDialog tasks={tasks} preview={preview} />}
      {preview === null && error !== null ? (
        <ErrorNotice header={instancesText.tasksFailed} error={error.toBody()} />
      ) : null}
      <LiveRegion>
        {added === null ? null : (
          <Alert
            type="success"
            dismissible
            i18nStrings={{ dismissAriaLabel: instancesText.dismiss }}
            onDismiss={tasks.close}
          >
            {instancesText.addedTicks(added)}
          </Alert>
        )}
      </LiveRegion>
    </>
  );
}
