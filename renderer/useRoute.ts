import { useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { pathOf, routeOf, type Route } from './routes';

/** The screen to show, following the address. */
export function useRoute(): Route {
  const [path] = useHashLocation();
  return useMemo(() => routeOf(path), [path]);
}

/** Goes to a screen. */
export function goTo(route: Route): void {
  navigate(pathOf(route));
}

/** For links: a plain click goes to the screen; the link's own `href` still serves the right mouse button. */
export const following =
  (route: Route) =>
  (event: CustomEvent): void => {
    event.preventDefault();
    goTo(route);
  };
