import Button from '@cloudscape-design/components/button';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import type { ReactElement } from 'react';
import { isMac } from '../../components/dom/isMac';
import { ShortcutKeys } from '../../features/palette/shortcuts/ShortcutKeys';
import { ariaKeys, shortcuts } from '../../features/palette/shortcuts/shortcuts';
import { useShowInMain } from '../../queries/windows';
import { OperationsIndicator } from '../OperationsIndicator';
import { RuntimeBadge } from '../RuntimeBadge';
import { layoutText } from '../layoutText';

/** A slim header: the way to the main window, search, and how sending goes. @param onSearch opens the palette */
export function OwnWindowBar({ onSearch }: { readonly onSearch: () => void }): ReactElement {
  const showInMain = useShowInMain();
  return (
    <TopNavigation>
      <div className="top-bar own-window">
        <Button iconName="view-full" wrapText={false} onClick={() => showInMain(null)}>
          {layoutText.mainWindow}
        </Button>
        <Button
          iconName="search"
          wrapText={false}
          onClick={onSearch}
          nativeButtonAttributes={{
            'aria-haspopup': 'dialog',
            'aria-keyshortcuts': ariaKeys(shortcuts.palette.keys[0], isMac),
          }}
        >
          {layoutText.search} <ShortcutKeys of="palette" />
        </Button>
        <div className="top-bar-end">
          <OperationsIndicator />
          <RuntimeBadge />
        </div>
      </div>
    </TopNavigation>
  );
}
