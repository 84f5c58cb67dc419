import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';

/** Who is excluded from a change although somebody may expect otherwise; null if nobody. */
export function ExclusionNotice({
  sentences,
}: {
  readonly sentences: readonly string[];
}): ReactElement | null {
  if (sentences.length === 0) return null;
  return <Alert type="info">{sentences.join(' ')}</Alert>;
}
