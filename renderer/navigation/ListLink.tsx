import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { hrefOf, type Route } from '../../shared/navigation/routes';
import { goTo } from './useRoute';

interface ListLinkProps {
  readonly to: Route;
  /** What it leads to, where its text alone doesn't say. */
  readonly ariaLabel?: string;
  readonly children: ReactNode;
}

/**
 * A link in a row of a list. It looks like Cloudscape's, which does much more each time it is drawn: in every row of a list, that
 * shows (docs/performance.md).
 */
export const ListLink = ({ to, ariaLabel, children }: ListLinkProps): ReactElement => (
  <a
    className="list-link"
    href={hrefOf(to)}
    aria-label={ariaLabel}
    onClick={(event) => {
      if (isModified(event)) return;
      event.preventDefault();
      goTo(to);
    }}
  >
    {children}
  </a>
);

/** Whether the click asks for something else than going there. */
const isModified = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
