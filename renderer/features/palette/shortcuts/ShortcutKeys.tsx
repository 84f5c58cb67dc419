import { Fragment, type ReactElement } from 'react';
import { isMac } from '../../../components/dom/isMac';
import { keyNames, keysOf, type ShortcutId } from './shortcuts';

interface ShortcutKeysProps {
  readonly of: ShortcutId;
  /** All alternatives instead of the first one only. */
  readonly all?: boolean;
}

/** A shortcut's keys as labeled on the keyboard. */
export function ShortcutKeys({ of: id, all = false }: ShortcutKeysProps): ReactElement {
  const keys = keysOf(id, isMac);
  return (
    <span className="shortcut-keys">
      {(all ? keys : keys.slice(0, 1)).map((combination, index) => (
        <Fragment key={combination.key}>
          {index > 0 ? ' or ' : null}
          {keyNames(combination, isMac).map((name, place) => (
            <Fragment key={name}>
              {place > 0 ? '+' : null}
              <kbd>{name}</kbd>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
