import { app, BrowserWindow, type WebContents } from 'electron';
import { buttonOf, problemPage, type Problem } from './problemPage';

const size = { width: 760, height: 520 };

/**
 * Shows a problem in a window that is closed afterward: the first one, which nobody has seen yet, and a new one the next time.
 * @returns the label of the button that was pressed; closing the window means the last button, Quit.
 */
export async function tellInFirstWindow(first: BrowserWindow, problem: Problem): Promise<string> {
  const window = first.isDestroyed() ? new BrowserWindow({ ...size, title: problem.title }) : first;
  window.setSize(size.width, size.height);
  window.center();
  window.removeMenu();
  window.show();
  const focus = (): void => window.focus();
  app.on('second-instance', focus);
  const closed = new Promise<string>((resolve) => {
    window.once('closed', () => {
      resolve(problem.buttons.at(-1) ?? '');
    });
  });
  const answer = await Promise.race([tellIn(window.webContents, problem), closed]);
  app.off('second-instance', focus);
  if (!window.isDestroyed()) window.destroy();
  return answer;
}

/** Shows a problem in place of the contents; resolves with the label of the button that was pressed. */
export function tellIn(contents: WebContents, problem: Problem): Promise<string> {
  return new Promise((resolve) => {
    const onNavigation = (event: { readonly url: string; preventDefault(): void }): void => {
      const button = buttonOf(problem, event.url);
      if (button === null) return;
      event.preventDefault();
      contents.off('will-navigate', onNavigation);
      resolve(button);
    };
    contents.on('will-navigate', onNavigation);
    // A window closed while loading is handled by its close event.
    contents.loadURL(problemPage(problem)).catch(() => undefined);
  });
}
