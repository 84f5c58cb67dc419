import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import { unreachableText } from '../../../components/text/unreachableText';
import type { Unreachable } from '../../../queries/refresh/unreachable';

interface UnreachableNoticeProps {
  readonly unreachable: Unreachable;
  /** How many of the shown changes wait because of it. */
  readonly waiting: number;
}

/** Why these changes aren't sent yet, and that they will be: for a dialog, which covers the notice of every screen. */
export function UnreachableNotice({ unreachable, waiting }: UnreachableNoticeProps): ReactElement {
  const { labels, message } = unreachable;
  return (
    <Alert type="warning" header={unreachableText.header(labels)}>
      {message} {unreachableText.goOut(waiting)} {unreachableText.triesAgain}
    </Alert>
  );
}
