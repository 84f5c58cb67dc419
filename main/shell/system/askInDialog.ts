import { dialog, type MessageBoxOptions } from 'electron';
import { productName } from '../identity/productName';
import { shownWindow } from './shownWindow';
import { systemText } from './systemText';

interface Question {
  /** The question, in a few words. */
  readonly message: string;
  readonly detail: string;
  /** The label of the button that agrees. */
  readonly agree: string;
}

/** Asks in a system dialog, which the page can't draw or answer. Resolves with true only for the agreeing button. */
export async function askInDialog({ message, detail, agree }: Question): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'question',
    title: productName,
    message,
    detail,
    buttons: [systemText.cancel, agree],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const window = shownWindow();
  const { response } =
    window === undefined
      ? await dialog.showMessageBox(options)
      : await dialog.showMessageBox(window, options);
  return response === 1;
}
