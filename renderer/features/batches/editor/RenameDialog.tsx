import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { useRenameBatch } from '../../../queries/batches';
import { useShowWriter } from '../../../queries/batchWriter';
import { editorText } from './editorText';

interface RenameDialogProps {
  readonly batch: Batch;
  readonly onClose: () => void;
}

const maxNameLength = 120;

/** Asks for a new name. */
export function RenameDialog({ batch: { batchId, name }, onClose }: RenameDialogProps): ReactElement {
  const [draft, setDraft] = useState(name);
  const input = useRef<InputProps.Ref>(null);
  const rename = useRenameBatch();
  const showWriter = useShowWriter(batchId);
  useEffect(() => input.current?.select(), []);
  const trimmed = draft.trim();
  const complaint =
    trimmed === ''
      ? editorText.nameMissing
      : trimmed.length > maxNameLength
        ? editorText.nameTooLong(maxNameLength)
        : undefined;
  const save = (): void => {
    if (complaint === undefined) rename.mutate({ batchId, name: trimmed }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      header={editorText.renameBatch}
      failure={{
        header: editorText.renameFailed,
        error: rename.error,
        action:
          rename.error?.code === 'EDITED_ELSEWHERE' ? (
            <Button onClick={showWriter}>{editorText.showWindow}</Button>
          ) : null,
      }}
      confirm={{ text: editorText.renameConfirm, pending: rename.isPending, onClick: save }}
      onCancel={onClose}
    >
      <FormField label={editorText.name} errorText={complaint}>
        <Input
          ref={input}
          value={draft}
          onChange={({ detail }) => setDraft(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') save();
          }}
        />
      </FormField>
    </ConfirmDialog>
  );
}
