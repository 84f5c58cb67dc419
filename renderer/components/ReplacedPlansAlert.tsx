import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import type { ReplacedPlans } from '../../shared/domain/account/plannedInstances';
import { componentsText } from './componentsText';

/** Which earlier plans would be replaced; nothing if none would. */
export function ReplacedPlansAlert({
  replaced: { count, first },
}: {
  readonly replaced: ReplacedPlans;
}): ReactElement | null {
  if (count === 0) return null;
  return (
    <Alert type="warning" header={componentsText.plansReplaced(count)}>
      <ul className="plain-list">
        {first.map(({ emailAddress, accountName, text }) => (
          <li key={JSON.stringify([emailAddress, accountName])}>
            {componentsText.planReplacedFor(emailAddress, accountName, text)}
          </li>
        ))}
      </ul>
      {count > first.length ? componentsText.morePlansReplaced(count - first.length) : null}
    </Alert>
  );
}
