import type { ReactElement } from 'react';
import { componentsText } from './componentsText';

/** The window's title while a screen is shown. */
export function Title({ children }: { readonly children: string }): ReactElement {
  return <title>{componentsText.windowTitle(children)}</title>;
}
