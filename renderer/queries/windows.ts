import { pathOf, type Route } from '../../shared/navigation/routes';
import type { WindowRoute } from '../../shared/navigation/ownWindow';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';

/** Opens a batch or a person in a separate window. A failure is shown like that of any small change. */
export const useOpenInWindow = (): ((route: WindowRoute) => void) =>
  useQuietChange((route: WindowRoute) => api.windows.open({ path: pathOf(route) }));

/** Brings the main window forward with a screen; null: as it is. */
export const useShowInMain = (): ((route: Route | null) => void) =>
  useQuietChange((route: Route | null) =>
    api.windows.showInMain({ path: route === null ? null : pathOf(route) }),
  );
