import { useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { hrefOf, pathOf, routeOf, type Route } from '../../shared/navigation/routes';

/** The screen to show, following the address. */
export function useRoute(): Route {
  const [path] = useHashLocation();
  return useMemo(() => routeOf(path), [path]);
}

/** Goes to a screen. */
export function goTo(route: Route): void {
  navigate(pathOf(route));
}

/** The same without adding a history entry. */
export function replaceRoute(route: Route): void {
  navigate(pathOf(route), { replace: true });
}

/** For links: a plain click goes to the screen; the link's own `href` still serves the context menu. */
export const following =
  (route: Route) =>
  (event: CustomEvent): void => {
    event.preventDefault();
    goTo(route);
  };

/** The same with the `href`, for buttons and links to a screen. */
export const linkTo = (
  route: Route,
): { readonly href: string; readonly onFollow: (event: CustomEvent) => void } => ({
  href: hrefOf(route),
  onFollow: following(route),
});
