import Link, { type LinkProps } from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { fileText, rowText, type Origin } from '../../../shared/domain/outbox/origin';
import { TextWith } from '../text/TextWith';
import { componentsText } from '../componentsText';

interface OriginTextProps {
  readonly origin: Origin;
  /** To the row, for where it still stands in its batch. */
  readonly link: Pick<LinkProps, 'href' | 'onFollow'>;
}

/** From which row of which batch a change comes, and of which file; the row leads to it. */
export function OriginText({ origin, link }: OriginTextProps): ReactElement {
  const row = rowText(origin);
  const file = fileText(origin);
  const shown = origin.listed ? <Link {...link}>{row}</Link> : row;
  return (
    <span className="breaks-anywhere">
      {file === null ? (
        <TextWith text={componentsText.fromRow} places={{ row: shown }} />
      ) : (
        <TextWith text={componentsText.fromRowOfFile} places={{ row: shown, file }} />
      )}
    </span>
  );
}
