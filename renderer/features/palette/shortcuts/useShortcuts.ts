import { useEffect, useEffectEvent } from 'react';
import { isModalOpen } from '../../../components/dom/isModalOpen';
import { isMac } from '../../../components/dom/isMac';
import { isTextField } from '../../../components/dom/isTextField';
import { shortcutOf, type ShortcutId } from './shortcuts';

/** What each shortcut currently does; one without an entry does nothing. */
export type ShortcutHandlers = Partial<Record<ShortcutId, () => void>>;

/** Listens for the app's shortcuts. While a dialog is open they do nothing. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const id = shortcutOf(event, { mac: isMac, typing: isTextField(event.target) });
    if (id === null || event.defaultPrevented) return;
    event.preventDefault();
    if (!event.repeat && !isModalOpen()) handlers[id]?.();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => {
      document.removeEventListener('keydown', listener);
    };
  }, []);
}
