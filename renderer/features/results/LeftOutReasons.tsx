import type { ReactElement } from 'react';
import type { Exclusion } from '../../../shared/domain/invitation/exclusions';
import { leftOutText } from './exclusionsText';

/** Each reason for which something was left out, with its remedy. */
export function LeftOutReasons({ leftOut }: { readonly leftOut: readonly Exclusion[] }): ReactElement {
  return (
    <ul className="plain-list">
      {leftOut.map((one) => (
        <li key={one.reason}>{leftOutText(one)}</li>
      ))}
    </ul>
  );
}
