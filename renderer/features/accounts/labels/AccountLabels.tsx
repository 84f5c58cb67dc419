import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import Popover from '@cloudscape-design/components/popover';
import { useState, type ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import { EditLabelsDialog } from './EditLabelsDialog';
import { labelsText } from './labelsText';
import { NoteText } from './NoteText';
import { TagList } from './TagList';

/** The group, the tags and the note of a screen's account, and a button to edit them. */
export function AccountLabels({ account }: { readonly account: Account }): ReactElement {
  const [editing, setEditing] = useState(false);
  const { name, group, tags, note } = account;
  const isLabeled = group !== null || tags.length > 0 || note !== '';
  return (
    <span className="inline-row">
      {group === null ? null : (
        <Badge color="grey">
          <span className="breaks-anywhere">{group.name}</span>
        </Badge>
      )}
      <TagList tags={tags} />
      {note === '' ? null : (
        <Popover
          triggerType="text"
          size="large"
          dismissAriaLabel={labelsText.closeNote}
          content={<NoteText note={note} />}
        >
          {labelsText.showNote}
        </Popover>
      )}
      <Button
        variant="inline-icon"
        iconName="edit"
        ariaLabel={isLabeled ? labelsText.editLabels(name) : labelsText.addLabels(name)}
        onClick={() => setEditing(true)}
      />
      {editing ? (
        <EditLabelsDialog accounts={[account]} edited="all" onClose={() => setEditing(false)} />
      ) : null}
    </span>
  );
}
