import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { actorParts } from '../../../../shared/domain/activity';
import type { InstanceDetails } from '../../../../shared/domain/account/instanceAccess';
import { instanceAccessNames } from '../../../../shared/domain/account/instanceText';
import { plannedInstanceKey } from '../../../../shared/domain/account/plannedInstances';
import { formatDate } from '../../../../shared/text/formats';
import { linkTo } from '../../../navigation/useRoute';
import { detailsText } from './detailsText';
import { PlanFacts } from './PlanFacts';
import { namesOfInstances } from './namesOfInstances';

/** What is known of a person's access to instances, and from whom. */
export function InstanceFacts({ details }: { readonly details: InstanceDetails }): ReactElement {
  const { state, missing, added, seen } = details;
  return (
    <span className="breaks-anywhere">
      {instanceAccessNames[state]}
      <Box variant="small" display="block">
        <PlanFacts plan={details} />
        {added.map((instance) => (
          <div key={plannedInstanceKey(instance)}>
            {detailsText.addedBy(
              instance.name,
              instance.colleague ?? actorParts(instance.by).name,
              formatDate(instance.at),
            )}
          </div>
        ))}
        {seen.length === 0 ? null : <div>{detailsText.seen(namesOfInstances(seen))}</div>}
        {missing.length === 0 ? null : <div>{detailsText.missing(namesOfInstances(missing))}</div>}
        {state === 'has' ? null : (
          <Link fontSize="inherit" {...linkTo({ screen: 'instances' })}>
            {detailsText.workList}
          </Link>
        )}
      </Box>
    </span>
  );
}
