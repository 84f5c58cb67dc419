import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useArrivals } from '../../features/batches/arriving/arrivalsContext';
import { arrivalText } from '../../features/batches/arriving/arrivalText';
import { useArrivedFile, useDismissArrivedFile } from '../../queries/arrivedFile';
import { noticesText } from './noticesText';

/** A file opened with the app whose import couldn't begin immediately. */
export function useArrivedFileNotices(): FlashbarProps.MessageDefinition[] {
  const { file, refused } = useArrivedFile();
  const { begin } = useArrivals();
  const dismiss = useDismissArrivedFile();
  if (file === null && refused === null) return [];
  return [
    {
      id: 'arrived file',
      type: file === null ? 'error' : 'info',
      content: file === null ? refused : arrivalText.opened(file.fileName),
      action:
        file === null ? undefined : (
          <Button onClick={() => begin(file)}>
            {file.kind === 'batchFile' ? noticesText.openFile : noticesText.importFile}
          </Button>
        ),
      dismissible: true,
      dismissLabel: noticesText.dismiss,
      onDismiss: dismiss,
    },
  ];
}
