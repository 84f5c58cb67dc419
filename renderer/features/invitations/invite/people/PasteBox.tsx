import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactElement } from 'react';
import {
  parsePeople,
  type PeopleProblem,
  type PersonEntry,
} from '../../../../../shared/domain/invitation/parsePeople';
import { inviteText } from '../inviteText';

interface PasteBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onPeople: (people: readonly PersonEntry[]) => void;
}

/** Accepts many people at once, in any copied form. What can't be read stays in the box, with the reason. */
export function PasteBox({ text, onText, onPeople }: PasteBoxProps): ReactElement {
  const [problems, setProblems] = useState<readonly PeopleProblem[]>([]);
  const add = (): void => {
    const parsed = parsePeople(text);
    if (parsed.people.length > 0) onPeople(parsed.people);
    setProblems(parsed.problems);
    onText(parsed.problems.map((problem) => problem.text).join('\n'));
  };
  return (
    <ExpandableSection headerText={inviteText.pasteTitle} variant="default" defaultExpanded={text !== ''}>
      <SpaceBetween size="s">
        <FormField stretch label={inviteText.people} description={inviteText.pasteHint}>
          <Textarea
            value={text}
            rows={4}
            spellcheck={false}
            placeholder={inviteText.pastePlaceholder}
            onChange={({ detail }) => {
              onText(detail.value);
            }}
          />
        </FormField>
        {problems.length === 0 ? null : (
          <Alert type="warning" header={inviteText.pasteProblemsTitle}>
            <ul className="plain-list">
              {problems.map((problem, index) => (
                <li key={index}>
                  “{problem.text}”: {problem.message}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <Button disabled={text.trim() === ''} onClick={add}>
          {inviteText.pasteAdd}
        </Button>
      </SpaceBetween>
    </ExpandableSection>
  );
}
