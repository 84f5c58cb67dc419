import type { ReactElement } from 'react';
import type { DirectoryFile } from '../../../../shared/domain/person/directory';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { useForgetDirectory } from '../../../queries/directory';
import { orphansText } from './orphansText';

interface ForgetDirectoryDialogProps {
  readonly file: DirectoryFile;
  readonly onForgotten: () => void;
  readonly onClose: () => void;
}

/** Asks before everything stored of the file is deleted. */
export function ForgetDirectoryDialog(props: ForgetDirectoryDialogProps): ReactElement {
  const { file, onForgotten, onClose } = props;
  const { forget, isRunning, error } = useForgetDirectory(() => {
    onForgotten();
    onClose();
  });
  return (
    <ConfirmDialog
      header={orphansText.forgetTitle(file.fileName)}
      failure={{ header: orphansText.forgetFailed, error }}
      confirm={{ text: orphansText.forget, pending: isRunning, onClick: forget }}
      onCancel={onClose}
    >
      <div>{orphansText.forgetBody(file.people)}</div>
      <div>{orphansText.forgetEffect}</div>
    </ConfirmDialog>
  );
}
