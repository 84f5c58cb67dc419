import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';

/** Whom a change is not about although somebody may think so; null when nobody. */
export function ExclusionNotice({
  sentences,
}: {
  readonly sentences: readonly string[];
}): ReactElement | null {
  if (sentences.length === 0) return null;
  return <Alert type="info">{sentences.join(' ')}</Alert>;
}
