import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { InstanceWork } from '../../../shared/domain/account/instanceAccess';
import { planCell } from '../../../shared/domain/account/plannedInstancesText';
import { colleagueName } from '../../../shared/domain/team/teamText';
import { formatDate } from '../../../shared/text/formats';
import { usePlanInstances } from '../../queries/instanceWork';
import { instancesText } from './instancesText';
import { invitationOf } from './work/workRows';

interface PlanSourceProps {
  readonly work: InstanceWork;
  readonly name: string;
}

/** Whose plan it is, and the other one where a colleague's differs, to be taken over; null where all of it was planned here. */
export function PlanSource({ work, name }: PlanSourceProps): ReactElement | null {
  const planning = usePlanInstances();
  const { ownPlan, colleaguesPlan, saw } = work;
  if (colleaguesPlan === null) return null;
  const who = colleagueName(colleaguesPlan);
  const day = formatDate(colleaguesPlan.at);
  if (ownPlan === null) return <Box variant="small">{instancesText.plannedBy(who, day)}</Box>;
  return (
    <div>
      <Box variant="small" display="block">
        {instancesText.ownPlan(formatDate(ownPlan.at))}
      </Box>
      <Box variant="small" display="block">
        <span className="breaks-anywhere">
          {instancesText.otherPlan(who, planCell(colleaguesPlan.wanted), day)}
        </span>
      </Box>
      <Button
        variant="inline-link"
        loading={planning.isPending}
        ariaLabel={instancesText.usePlanFor(who, name)}
        onClick={() =>
          planning.mutate({ invitation: invitationOf(work), saw, wanted: colleaguesPlan.wanted })
        }
      >
        {instancesText.usePlan}
      </Button>
    </div>
  );
}
