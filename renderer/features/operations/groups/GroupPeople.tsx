import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Operation } from '../../../../shared/domain/outbox/operation';
import type { OperationGroup } from '../../../../shared/domain/outbox/operationGroup';
import { Person } from '../../../components/names/Person';
import { useOperations } from '../../../queries/outbox';
import { foldedNames, groupsText } from './groupsText';

/** How many people are unfolded at once. */
const peopleAtOnce = 50;

interface GroupPeopleProps {
  readonly group: OperationGroup;
  /** What stands below each unfolded person. */
  readonly more: (operation: Operation) => ReactNode;
}

/** The people of a group: one by name and address, several folded to the first names until somebody unfolds them. */
export function GroupPeople({ group, more }: GroupPeopleProps): ReactElement {
  const { newest, names, operationIds } = group;
  const [unfolded, setUnfolded] = useState(0);
  if (operationIds.length === 1) {
    return <OperationPerson operation={newest} />;
  }
  const left = operationIds.length - unfolded;
  return (
    <>
      {foldedNames(names, operationIds.length)}
      <div>
        <Button
          variant="inline-link"
          ariaExpanded={unfolded > 0}
          onClick={() => setUnfolded(unfolded === 0 ? peopleAtOnce : 0)}
        >
          {unfolded === 0 ? groupsText.showAll(operationIds.length) : groupsText.showFewer}
        </Button>
      </div>
      {unfolded === 0 ? null : (
        <>
          <People operationIds={operationIds.slice(0, unfolded)} more={more} />
          {left > 0 ? (
            <Button variant="inline-link" onClick={() => setUnfolded(unfolded + peopleAtOnce)}>
              {groupsText.showMore(Math.min(left, peopleAtOnce))}
            </Button>
          ) : null}
        </>
      )}
    </>
  );
}

const OperationPerson = ({ operation }: { readonly operation: Operation }): ReactElement => (
  <Person userName={operation.userName} emailAddress={operation.emailAddress} userId={operation.userId} />
);

interface PeopleProps extends Pick<GroupPeopleProps, 'more'> {
  readonly operationIds: readonly number[];
}

function People({ operationIds, more }: PeopleProps): ReactElement {
  const { operations = [] } = useOperations(operationIds);
  return (
    <ul className="plain-list">
      {operations.map((operation) => (
        <li key={operation.operationId}>
          <OperationPerson operation={operation} />
          {more(operation)}
        </li>
      ))}
    </ul>
  );
}
