import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { componentsText } from './componentsText';

/** Opens what a page is about in a separate window. */
export const OpenWindowButton = ({ onOpen }: { readonly onOpen: () => void }): ReactElement => (
  <Button
    variant="icon"
    iconName="external"
    ariaLabel={componentsText.openInWindow}
    nativeButtonAttributes={{ title: componentsText.openInWindow }}
    onClick={onOpen}
  />
);
