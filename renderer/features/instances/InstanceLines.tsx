import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { actorParts } from '../../../shared/domain/activity';
import type { AddedInstance, InstanceWork } from '../../../shared/domain/account/instanceAccess';
import { plannedInstanceKey, type PlannedInstance } from '../../../shared/domain/account/plannedInstances';
import { formatDate } from '../../../shared/text/formats';
import { PlanSource } from './PlanSource';
import { Copyable } from './Copyable';
import { instancesText } from './instancesText';
import { nameOf } from './work/workRows';

interface InstanceLinesProps {
  readonly work: InstanceWork;
  readonly onTick: (instance: PlannedInstance) => void;
  readonly onTakeBack: (instance: PlannedInstance) => void;
}

/** Every instance of a person: those to add, with a button to copy the name and one to tick it off, then those that are there. */
export function InstanceLines({ work, onTick, onTakeBack }: InstanceLinesProps): ReactElement {
  const { planned, missing, added, seen, state } = work;
  const name = nameOf(work);
  const isOpen = planned === null && added.length === 0 && seen.length === 0;
  return (
    <div className="instance-lines">
      {isOpen && state !== 'notTracked' ? instancesText.notPlanned : null}
      {isOpen && state === 'notTracked' ? '–' : null}
      {missing.map((instance) => (
        <div key={plannedInstanceKey(instance)} className="inline-row">
          <Copyable text={instance.name} what={instancesText.copyInstance} />
          {missing.length + added.length > 1 ? (
            <Button
              variant="inline-link"
              ariaLabel={instancesText.tickOffInstance(instance.name, name)}
              onClick={() => onTick(instance)}
            >
              {instancesText.tickOffOne}
            </Button>
          ) : null}
        </div>
      ))}
      {added.map((instance) => (
        <Added
          key={plannedInstanceKey(instance)}
          instance={instance}
          name={name}
          onTakeBack={() => onTakeBack(instance)}
        />
      ))}
      {seen.map((instance) => (
        <div key={`seen ${plannedInstanceKey(instance)}`}>
          <StatusIndicator type="success">{instance.name}</StatusIndicator>
          <Box variant="small" display="block">
            {instancesText.seen}
          </Box>
        </div>
      ))}
      <PlanSource work={work} name={name} />
    </div>
  );
}

interface AddedProps {
  readonly instance: AddedInstance;
  readonly name: string;
  readonly onTakeBack: () => void;
}

/** One that was ticked off: by whom, when, and from which list. */
function Added({ instance, name, onTakeBack }: AddedProps): ReactElement {
  const { at, by, sourceFile, colleague } = instance;
  return (
    <div>
      <span className="inline-row">
        <StatusIndicator type="success">{instance.name}</StatusIndicator>
        <Button
          variant="inline-link"
          ariaLabel={instancesText.undoInstance(instance.name, name)}
          onClick={onTakeBack}
        >
          {instancesText.undoOne}
        </Button>
      </span>
      <Box variant="small" display="block">
        <span className="breaks-anywhere">
          {colleague === null
            ? instancesText.addedBy(actorParts(by).name, formatDate(at))
            : instancesText.addedByColleague(colleague, formatDate(at))}
          {sourceFile === null ? null : `, ${instancesText.fromFile(sourceFile)}`}
        </span>
      </Box>
    </div>
  );
}
