import { ownWindowQuery } from '../../../shared/navigation/ownWindow';
import { hrefOf, routeOf, type Route } from '../../../shared/navigation/routes';
import { isOurPage, pageUrl } from '../window/pageAddress';

/** The address of a screen in the main window. */
export const urlOf = (route: Route): string => `${pageUrl}${hrefOf(route)}`;

/** The address of a screen in a separate window. */
export const ownWindowUrlOf = (route: Route): string => `${pageUrl}${ownWindowQuery}${hrefOf(route)}`;

/** The screen of one of our addresses; null for any other address. */
export const routeOfUrl = (address: string): Route | null =>
  isOurPage(address) ? routeOf(new URL(address).hash.slice(1)) : null;
