import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import type { ProposedErasure } from '../../../../shared/domain/team/proposedErasure';
import { formatDate } from '../../../../shared/text/formats';
import { EraseDialog } from './EraseDialog';
import { erasingText } from './erasingText';

interface ErasureProposalProps {
  readonly name: string;
  readonly proposal: ProposedErasure;
}

/** That a colleague erased the person of this page, with the way to do the same here. */
export function ErasureProposal({ name, proposal }: ErasureProposalProps): ReactElement {
  const [erasing, setErasing] = useState(false);
  const { who, at, subject } = proposal;
  return (
    <>
      <Alert
        type="info"
        action={<Button onClick={() => setErasing(true)}>{erasingText.eraseHereToo}</Button>}
      >
        {erasingText.erasedBy(who, formatDate(at))} {erasingText.notSharedAnymore}
      </Alert>
      {erasing ? <EraseDialog name={name} subject={subject} onCancel={() => setErasing(false)} /> : null}
    </>
  );
}
