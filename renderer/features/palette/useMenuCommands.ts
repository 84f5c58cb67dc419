import { useOfferedApproval } from '../../navigation/approvalOffer';
import { useIsExportOffered } from '../../navigation/exportOffer';
import { useEffect, useEffectEvent } from 'react';
import { canHaveOwnWindow } from '../../../shared/navigation/ownWindow';
import type { Route } from '../../../shared/navigation/routes';
import { isOwnWindow } from '../../navigation/ownWindow';
import { isPageCommand, type PageCommand } from '../../../shared/navigation/pageCommands';
import { api } from '../../bridge/api';
import { isModalOpen } from '../../components/dom/isModalOpen';

/** What each command of the native menu currently does; one without an entry does nothing. */
export type MenuHandlers = Partial<Record<PageCommand, () => void>>;

/** Grays out in the native menu what the screen has nothing for. */
export function useMenuState(route: Route): void {
  const canExport = useIsExportOffered();
  const canExportForApproval = useOfferedApproval() !== null;
  const canOpenWindow = !isOwnWindow && canHaveOwnWindow(route);
  useEffect(() => {
    // An item that stays as it was does nothing; there is nobody to tell.
    api.app.setMenu({ canExport, canExportForApproval, canOpenWindow }).catch(() => undefined);
  }, [canExport, canExportForApproval, canOpenWindow]);
}

/** Does what is chosen in the native menu, and follows a mouse's back and forward buttons. Not while a dialog is open. */
export function useMenuCommands(handlers: MenuHandlers): void {
  const run = useEffectEvent((command: PageCommand): void => {
    if (!isModalOpen()) handlers[command]?.();
  });
  useEffect(
    () =>
      window.amc.events.onCommand((command) => {
        if (isPageCommand(command)) run(command);
      }),
    [],
  );
  useEffect(() => {
    const onMouseUp = ({ button }: MouseEvent): void => {
      if (button === backButton) run('back');
      if (button === forwardButton) run('forward');
    };
    document.addEventListener('mouseup', onMouseUp);
    return () => {
      document.removeEventListener('mouseup', onMouseUp);
    };
  }, []);
}

/** `MouseEvent.button` of the fourth and fifth button (UI Events, "button"). */
const backButton = 3;
const forwardButton = 4;
