import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { systemText } from './systemText';

/**
 * Asks the person for one file to read.
 * @param wanted the dialog's title, and the kind of files: its name and its extensions without the dot
 * @returns the absolute path, or null if the dialog was canceled
 */
export async function showOpenFileDialog({
  title,
  kind,
  endings,
}: {
  readonly title: string;
  readonly kind: string;
  readonly endings: readonly string[];
}): Promise<string | null> {
  const options: OpenDialogOptions = {
    title,
    filters: [
      { name: kind, extensions: [...endings] },
      { name: systemText.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile'],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}
