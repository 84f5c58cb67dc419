import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import type { Run } from '../../../../shared/domain/outbox/run';
import { useSoloOffer } from '../../../queries/team';
import { SendSoloDialog } from './SendSoloDialog';
import { soloText } from './soloText';

/** Lets what waits of a run be sent without the team; null unless the team’s database is away and its rules allow it. */
export function SendSoloButton({
  run,
  title,
}: {
  readonly run: Run;
  readonly title: string;
}): ReactElement | null {
  const offer = useSoloOffer(run.runId);
  const [isOpen, setOpen] = useState(false);
  if (offer === null || offer.count === 0 || !offer.isAllowed) return null;
  return (
    <>
      <Button ariaLabel={soloText.buttonOf(title)} onClick={() => setOpen(true)}>
        {soloText.button}
      </Button>
      {isOpen ? <SendSoloDialog runId={run.runId} offer={offer} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
