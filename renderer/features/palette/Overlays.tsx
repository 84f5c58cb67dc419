import { lazy, Suspense, type ReactElement } from 'react';
import type { Route } from '../../../shared/navigation/routes';
import { Palette } from './Palette';
import { useCommands } from './useCommands';
import { useShortcuts, type ShortcutHandlers } from './useShortcuts';

export type Overlay = 'palette' | 'help';

interface OverlaysProps {
  readonly route: Route;
  readonly shown: Overlay | null;
  readonly show: (overlay: Overlay | null) => void;
}

const ShortcutsDialog = lazy(async () => ({ default: (await import('./ShortcutsDialog')).ShortcutsDialog }));

/** The palette and the keyboard help, over any screen, and the keys themselves. */
export function Overlays({ route, shown, show }: OverlaysProps): ReactElement {
  const commands = useCommands(route, () => show('help'));
  const handlers: ShortcutHandlers = { palette: () => show('palette') };
  for (const { shortcut, run } of commands) if (shortcut !== undefined) handlers[shortcut] = run;
  useShortcuts(handlers);
  // Closing the palette by selecting "Keyboard shortcuts" must not close those.
  const close = (overlay: Overlay) => (): void => {
    if (shown === overlay) show(null);
  };
  return (
    <Suspense>
      {/* Not loaded lazily like the other: a person who presses Ctrl+K starts typing immediately. */}
      {shown === 'palette' ? <Palette route={route} commands={commands} onClose={close('palette')} /> : null}
      {shown === 'help' ? <ShortcutsDialog onClose={close('help')} /> : null}
    </Suspense>
  );
}
