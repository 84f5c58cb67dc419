import type { ReactElement } from 'react';

/** The window's title while a screen is shown. */
export function Title({ children }: { readonly children: string }): ReactElement {
  return <title>{`${children} – AMC Access Manager`}</title>;
}
