import { extname, join } from 'node:path';
import { app, BrowserWindow, dialog, type SaveDialogOptions } from 'electron';

/**
 * Asks the person where to save a new file, starting in their documents. The system's dialog itself asks before replacing a file.
 * @param suggestion the dialog's title; the suggested name, whose extension is the file's kind
 * @returns the absolute path, or null if the dialog was canceled
 */
export async function showSaveFileDialog({
  title,
  name,
}: {
  readonly title: string;
  readonly name: string;
}): Promise<string | null> {
  const ending = extname(name).slice(1);
  const options: SaveDialogOptions = {
    title,
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}
