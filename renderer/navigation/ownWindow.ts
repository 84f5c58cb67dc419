import { ownWindowQuery } from '../../shared/navigation/ownWindow';

/** Whether this window shows one batch or person only; the main window has the navigation. */
export const isOwnWindow = window.location.search === ownWindowQuery;
