import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { formatNumber } from '../../../../shared/text/formats';
import { unreachedReason } from '../changes/exclusionText';
import { listText } from './listText';

/** Why some rows of this page can't be selected; null if all can. */
export function UnreachableNote({ count }: { readonly count: number }): ReactElement | null {
  if (count === 0) return null;
  return (
    <Box variant="small" color="text-body-secondary">
      {listText.unreachableNote(formatNumber(count), unreachedReason)}
    </Box>
  );
}
