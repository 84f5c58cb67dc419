import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { actorParts } from '../../../../shared/domain/activity';
import type { InstanceDetails } from '../../../../shared/domain/account/instanceAccess';
import { instanceAccessNames } from '../../../../shared/domain/account/instanceText';
import { planCell } from '../../../../shared/domain/account/plannedInstancesText';
import { plannedInstanceKey, type PlannedInstance } from '../../../../shared/domain/account/plannedInstances';
import { colleagueName } from '../../../../shared/domain/team/teamText';
import { formatDate, formatList } from '../../../../shared/text/formats';
import { linkTo } from '../../../navigation/useRoute';
import { detailsText } from './detailsText';

/** What is known of a person's access to instances, and from whom. */
export function InstanceFacts({ details }: { readonly details: InstanceDetails }): ReactElement {
  const { state, planned, colleaguesPlan, missing, added, seen } = details;
  return (
    <span className="breaks-anywhere">
      {instanceAccessNames[state]}
      <Box variant="small" display="block">
        {planned === null ? null : (
          <div>{detailsText.planned(planned === 'all' ? detailsText.allInstances : namesOf(planned))}</div>
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
        {added.map((instance) => (
          <div key={plannedInstanceKey(instance)}>
            {detailsText.addedBy(
              instance.name,
              instance.colleague ?? actorParts(instance.by).name,
              formatDate(instance.at),
            )}
          </div>
        ))}
        {seen.length === 0 ? null : <div>{detailsText.seen(namesOf(seen))}</div>}
        {missing.length === 0 ? null : <div>{detailsText.missing(namesOf(missing))}</div>}
        {state === 'has' ? null : (
          <Link fontSize="inherit" {...linkTo({ screen: 'instances' })}>
            {detailsText.workList}
          </Link>
        )}
      </Box>
    </span>
  );
}

const namesOf = (instances: readonly PlannedInstance[]): string =>
  formatList(instances.map(({ name }) => name));
