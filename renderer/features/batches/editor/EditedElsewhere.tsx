import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useShowWriter, useTakeOver } from '../../../queries/batchWriter';
import { editorText } from './editorText';

/** Says that another window edits the batch: a person can go there, or edit it here, which saves the other one's changes first. */
export function EditedElsewhere({ batchId }: { readonly batchId: string }): ReactElement {
  const { takeOver, pending, error } = useTakeOver(batchId);
  const showWriter = useShowWriter(batchId);
  return (
    <>
      <Alert
        type="info"
        header={editorText.editedElsewhere}
        action={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={showWriter}>{editorText.showIt}</Button>
            <Button loading={pending} loadingText={editorText.takingOver} onClick={takeOver}>
              {editorText.editHere}
            </Button>
          </SpaceBetween>
        }
      >
        {editorText.editedElsewhereBody}
      </Alert>
      {error === null ? null : <ErrorNotice header={editorText.notTakenOver} error={error.toBody()} />}
    </>
  );
}
