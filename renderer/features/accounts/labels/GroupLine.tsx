import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { cleanLabel, maxGroupName, type AccountGroup } from '../../../../shared/domain/account/labels';
import { useRenameGroup } from '../../../queries/labels';
import { labelsText } from './labelsText';

interface GroupLineProps {
  readonly group: AccountGroup;
  /** Null: it is the first one. */
  readonly onUp: (() => void) | null;
  /** Null: it is the last one. */
  readonly onDown: (() => void) | null;
  readonly onDelete: () => void;
}

/** One group with its buttons, or the field for its new name. */
export function GroupLine({ group, onUp, onDown, onDelete }: GroupLineProps): ReactElement {
  const [renaming, setRenaming] = useState(false);
  const { name, accounts } = group;
  if (renaming) {
    return (
      <li className="group-line">
        <NewName group={group} onEnd={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className="group-line">
      <span className="group-line-name">
        <span className="breaks-anywhere">{name}</span>{' '}
        <Box variant="small" color="text-body-secondary">
          <span className="group-line-count">{labelsText.inGroup(accounts)}</span>
        </Box>
      </span>
      <Button
        variant="icon"
        iconName="angle-up"
        ariaLabel={labelsText.moveUp(name)}
        disabled={onUp === null}
        onClick={() => onUp?.()}
      />
      <Button
        variant="icon"
        iconName="angle-down"
        ariaLabel={labelsText.moveDown(name)}
        disabled={onDown === null}
        onClick={() => onDown?.()}
      />
      <Button
        variant="icon"
        iconName="edit"
        ariaLabel={labelsText.rename(name)}
        onClick={() => setRenaming(true)}
      />
      <Button variant="icon" iconName="remove" ariaLabel={labelsText.delete(name)} onClick={onDelete} />
    </li>
  );
}

function NewName({
  group: { groupId, name },
  onEnd,
}: {
  readonly group: AccountGroup;
  readonly onEnd: () => void;
}): ReactElement {
  const [draft, setDraft] = useState(name);
  const input = useRef<InputProps.Ref>(null);
  const rename = useRenameGroup();
  useEffect(() => input.current?.select(), []);
  const text = cleanLabel(draft).slice(0, maxGroupName);
  const save = (): void => {
    if (text === '' || text === name) onEnd();
    else rename.run({ groupId, name: text }, onEnd);
  };
  return (
    <>
      <span className="group-line-name">
        <FormField errorText={rename.error?.message}>
          <Input
            ref={input}
            value={draft}
            ariaLabel={labelsText.newName(name)}
            onChange={({ detail }) => setDraft(detail.value)}
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter') save();
            }}
          />
        </FormField>
      </span>
      <Button
        variant="icon"
        iconName="check"
        ariaLabel={labelsText.saveName(name)}
        loading={rename.isPending}
        onClick={save}
      />
      <Button variant="icon" iconName="close" ariaLabel={labelsText.cancelRename(name)} onClick={onEnd} />
    </>
  );
}
