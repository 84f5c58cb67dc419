import { dialog, type MessageBoxOptions } from 'electron';
import type { QuitQuestion } from './quitQuestion';
import { productName } from '../identity/productName';
import { shownWindow } from '../system/shownWindow';
import { quitText } from './quitText';

/** Asks in a system dialog. Resolves with true if the person wants to quit. */
export async function askToQuit({ message, detail }: QuitQuestion): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'question',
    title: productName,
    message,
    detail,
    buttons: [quitText.keepRunning, quitText.quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const window = shownWindow();
  // The question belongs to the window, and would be hidden with it.
  if (window?.isMinimized() === true) window.restore();
  const { response } =
    window === undefined
      ? await dialog.showMessageBox(options)
      : await dialog.showMessageBox(window, options);
  return response === 1;
}
