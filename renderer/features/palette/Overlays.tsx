import { lazy, Suspense, type ReactElement } from 'react';
import type { Route } from '../../../shared/navigation/routes';
import type { Overlay } from './overlay';
import { Palette } from './Palette';
import { useCommands } from './commands/useCommands';
import { useMenuCommands, useMenuState, type MenuHandlers } from './useMenuCommands';
import { useShortcuts, type ShortcutHandlers } from './shortcuts/useShortcuts';

interface OverlaysProps {
  readonly route: Route;
  readonly shown: Overlay | null;
  readonly show: (overlay: Overlay | null) => void;
  /** Called with the screen that Enter in the palette would go to. */
  readonly onMarked?: (route: Route) => void;
}

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./shortcuts/ShortcutsDialog')).ShortcutsDialog,
}));
const WhatsNewDialog = lazy(async () => ({
  default: (await import('./whatsNew/WhatsNewDialog')).WhatsNewDialog,
}));
const FirstAccountDialog = lazy(async () => ({
  default: (await import('./firstAccount/FirstAccountDialog')).FirstAccountDialog,
}));

/** The palette, the keyboard help and what is new, over any screen, and the keys and the menu's commands themselves. */
export function Overlays({ route, shown, show, onMarked }: OverlaysProps): ReactElement {
  const commands = useCommands(route, show);
  const onKeys: ShortcutHandlers = { palette: () => show('palette') };
  const onMenu: MenuHandlers = { ...onKeys };
  for (const { shortcut, menu, run } of commands) {
    if (shortcut !== undefined) onKeys[shortcut] = run;
    const command = menu ?? shortcut;
    if (command !== undefined) onMenu[command] = run;
  }
  useShortcuts(onKeys);
  useMenuCommands(onMenu);
  useMenuState(route);
  // Closing the palette by selecting "Keyboard shortcuts" must not close those.
  const close = (overlay: Overlay) => (): void => {
    if (shown === overlay) show(null);
  };
  return (
    <Suspense>
      {/* Not loaded lazily like the other: a person who presses Ctrl+K starts typing immediately. */}
      {shown === 'palette' ? (
        <Palette route={route} commands={commands} onMarked={onMarked} onClose={close('palette')} />
      ) : null}
      {shown === 'help' ? <ShortcutsDialog onClose={close('help')} /> : null}
      {shown === 'firstAccount' ? <FirstAccountDialog onClose={close('firstAccount')} /> : null}
      {shown === 'whatsNew' ? <WhatsNewDialog onClose={close('whatsNew')} /> : null}
    </Suspense>
  );
}
