import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactElement, ReactNode } from 'react';
import { formatNumber } from '../../shared/text/formats';

export type Figure = readonly [name: ReactNode, value: number | string];

/** Key figures, a few numbers or words below their labels. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactElement {
  return (
    <KeyValuePairs
      columns={4}
      items={figures.map(([label, value]) => ({
        label,
        value:
          typeof value === 'number' ? (
            <Box fontSize="heading-m" fontWeight="bold">
              {formatNumber(value)}
            </Box>
          ) : (
            <span className="breaks-anywhere">{value}</span>
          ),
      }))}
    />
  );
}
