import type { ReactElement } from 'react';
import type { Exclusion } from '../../../../shared/domain/invitation/exclusions';
import { leftOutText } from './exclusionsText';

/** Each reason for leaving something out, with what to do. */
export function LeftOutReasons({ leftOut }: { readonly leftOut: readonly Exclusion[] }): ReactElement {
  return (
    <ul className="plain-list">
      {leftOut.map((one) => (
        <li key={one.reason}>{leftOutText(one)}</li>
      ))}
    </ul>
  );
}
