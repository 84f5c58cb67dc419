import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { Route } from '../../shared/navigation/routes';
import { linkTo } from './useRoute';

interface ViewLinksProps {
  /** What the views are of, for screen readers. */
  readonly label: string;
  readonly views: readonly { readonly text: string; readonly route: Route }[];
  /** The one on screen. */
  readonly shown: Route['screen'];
}

/** Switches between screens about the same thing. */
export const ViewLinks = ({ label, views, shown }: ViewLinksProps): ReactElement => (
  <span className="view-links" role="group" aria-label={label}>
    {views.map(({ text, route }) =>
      route.screen === shown ? (
        <strong key={route.screen} aria-current="page">
          {text}
        </strong>
      ) : (
        <Link key={route.screen} {...linkTo(route)}>
          {text}
        </Link>
      ),
    )}
  </span>
);
