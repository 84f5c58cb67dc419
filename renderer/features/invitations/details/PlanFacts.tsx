import type { ReactElement } from 'react';
import type { ShownPlan } from '../../../../shared/domain/account/instanceAccess';
import { planCell } from '../../../../shared/domain/account/plannedInstancesText';
import { colleagueName } from '../../../../shared/domain/team/teamText';
import { formatDate } from '../../../../shared/text/formats';
import { detailsText } from './detailsText';
import { namesOfInstances } from './namesOfInstances';

/** To which instances somebody is to be added, and what a colleague planned. */
export const PlanFacts = ({
  plan: { planned, colleaguesPlan },
}: {
  readonly plan: ShownPlan;
}): ReactElement => (
  <>
    {planned === null ? null : (
      <div>
        {detailsText.planned(planned === 'all' ? detailsText.allInstances : namesOfInstances(planned))}
      </div>
    )}
    {colleaguesPlan === null ? null : (
      <div>
        {detailsText.plannedByColleague(
          colleagueName(colleaguesPlan),
          planCell(colleaguesPlan.wanted),
          formatDate(colleaguesPlan.at),
        )}
      </div>
    )}
  </>
);
