import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { DryRun } from '../../../../shared/domain/batch/batch';
import { planStaysHereText } from '../../../../shared/domain/account/plannedInstancesText';
import { ReplacedPlansAlert } from '../../../components/ReplacedPlansAlert';
import { sendingText } from './sendingText';

/** That instances are planned and Amazon isn't sent them, and which earlier plans that replaces. */
export function PlannedNote({
  dryRun: { planned, replacedPlans },
}: {
  readonly dryRun: Pick<DryRun, 'planned' | 'replacedPlans'>;
}): ReactElement | null {
  if (planned === 0) return null;
  return (
    <>
      <Box>
        {sendingText.plannedFor(planned)} {planStaysHereText}
      </Box>
      <ReplacedPlansAlert replaced={replacedPlans} />
    </>
  );
}
