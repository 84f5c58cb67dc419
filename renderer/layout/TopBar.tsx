import Button from '@cloudscape-design/components/button';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import type { ReactElement } from 'react';
import { SandboxBadge } from '../components/names/ConnectionName';
import { isMac } from '../components/dom/isMac';
import { ShortcutKeys } from '../features/palette/shortcuts/ShortcutKeys';
import { ariaKeys, shortcuts } from '../features/palette/shortcuts/shortcuts';
import { useConnection, useConnections } from '../queries/connections';
import { accountOf, hrefOf, type Route } from '../../shared/navigation/routes';
import { following } from '../navigation/useRoute';
import { OperationsIndicator } from './OperationsIndicator';
import { RefreshIndicator } from './RefreshIndicator';
import { RuntimeBadge } from './RuntimeBadge';
import { ScopeSwitcher } from './ScopeSwitcher';
import { layoutText } from './layoutText';

const home = hrefOf({ screen: 'home' });

interface TopBarProps {
  readonly route: Route;
  /** Opens the palette. */
  readonly onSearch: () => void;
}

/** Product, account scope, search, refresh progress, settings. */
export function TopBar({ route, onSearch }: TopBarProps): ReactElement {
  const connection = useConnection(accountOf(route)?.connectionId);
  const connected = useConnections()?.length !== 0;
  return (
    <TopNavigation>
      <div className="top-bar">
        <a className="top-bar-product" href={home}>
          {layoutText.productName}
        </a>
        {connected ? (
          <div className="top-bar-scope">
            <ScopeSwitcher route={route} />
          </div>
        ) : null}
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
        {connection?.kind === 'sandbox' ? <SandboxBadge /> : null}
        <div className="top-bar-end">
          <OperationsIndicator />
          <RefreshIndicator />
          <RuntimeBadge />
          <Button
            variant="icon"
            iconName="settings"
            ariaLabel={layoutText.settings}
            href={hrefOf({ screen: 'settings' })}
            onFollow={following({ screen: 'settings' })}
          />
        </div>
      </div>
    </TopNavigation>
  );
}
