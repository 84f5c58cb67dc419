import { placeOf, routeOf, type Route } from './routes';

/** A screen that can have a separate window: a batch, or a person. */
export type WindowRoute = Extract<Route, { readonly screen: 'batch' | 'person' | 'memberPerson' }>;

export const canHaveOwnWindow = (route: Route): route is WindowRoute =>
  route.screen === 'batch' || route.screen === 'person' || route.screen === 'memberPerson';

/** The screen of an address if it can have a separate window, null otherwise. @param path as `pathOf` writes it */
export function windowRouteOf(path: string): WindowRoute | null {
  const route = routeOf(path);
  return canHaveOwnWindow(route) ? route : null;
}

/** The query of the page's address in such a window; the main window has none. */
export const ownWindowQuery = '?own';

/** Whether two addresses are about the same batch or person. */
export const isSamePlace = (one: Route, other: Route): boolean => placeOf(one) === placeOf(other);
