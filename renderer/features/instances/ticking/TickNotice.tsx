import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement } from 'react';
import { instancesText } from '../instancesText';
import type { TickOutcome } from './useTicking';
import type { PeopleToTick } from '../../../queries/instanceWork';

interface TickNoticeProps {
  readonly outcome: TickOutcome | null;
  readonly onUndo: (people: PeopleToTick) => void;
  readonly onDismiss: () => void;
}

/** What became of the latest tick, with its undo; null if nothing was done. */
export function TickNotice({ outcome, onUndo, onDismiss }: TickNoticeProps): ReactElement {
  return (
    <LiveRegion>
      {outcome === null ? null : (
        <Alert
          type={outcome.kind === 'changed' || outcome.kind === 'withoutPlan' ? 'warning' : 'success'}
          dismissible
          i18nStrings={{ dismissAriaLabel: instancesText.dismiss }}
          onDismiss={onDismiss}
          {...(outcome.kind === 'ticked'
            ? { action: <Button onClick={() => onUndo(outcome.people)}>{instancesText.undo}</Button> }
            : {})}
        >
          {textOf(outcome)}
        </Alert>
      )}
    </LiveRegion>
  );
}

function textOf(outcome: TickOutcome): string {
  switch (outcome.kind) {
    case 'ticked':
      return instancesText.ticked(outcome.people.length, namesOf(outcome.people));
    case 'undone':
      return instancesText.undone(outcome.count);
    case 'changed':
      return instancesText.changed(outcome.count);
    case 'withoutPlan':
      return instancesText.withoutPlan(outcome.count);
  }
}

/** How many instances are named. */
const maxNamed = 4;

/** The instances, each once; none if there are too many to read. */
function namesOf(people: PeopleToTick): readonly string[] {
  const names = [...new Set(people.flatMap(({ instances = [] }) => instances.map(({ name }) => name)))];
  return names.length > maxNamed ? [] : names;
}
