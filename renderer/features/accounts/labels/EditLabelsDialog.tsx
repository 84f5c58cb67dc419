import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import { maxNote, maxTags } from '../../../../shared/domain/account/labels';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { useAccounts } from '../../../queries/accounts';
import { useLabelAccounts } from '../../../queries/labels';
import { GroupField } from './GroupField';
import {
  commonGroup,
  emptyDraft,
  labelsInput,
  tagCounts,
  tagsIn,
  withTags,
  type LabelsDraft,
} from './labelsDraft';
import { labelsText } from './labelsText';
import { TagsField } from './TagsField';

/** What a dialog is about; `all` is for one account. */
export type EditedLabels = 'group' | 'tags' | 'all';

interface EditLabelsDialogProps {
  /** At least one. */
  readonly accounts: readonly Account[];
  readonly edited: EditedLabels;
  readonly onClose: () => void;
}

/** Sets the group, the tags or the note of accounts, all of them at once. */
export function EditLabelsDialog({ accounts, edited, onClose }: EditLabelsDialogProps): ReactElement {
  const [draft, setDraft] = useState<LabelsDraft>(emptyDraft);
  const labeling = useLabelAccounts();
  const [only] = accounts;
  const note = draft.note ?? only?.note ?? '';
  const save = (): void => {
    const input = labelsInput(accounts, draft);
    if (input === null) onClose();
    else labeling.run(input, onClose);
  };
  const titles = { group: labelsText.groupTitle, tags: labelsText.tagsTitle, all: labelsText.allTitle };
  return (
    <ConfirmDialog
      header={titles[edited](accounts.map(({ name }) => name))}
      failure={{ header: labelsText.saveFailed, error: labeling.error }}
      confirm={{
        text: labelsText.save,
        pending: labeling.isPending,
        missing: note.length > maxNote ? labelsText.noteHint(maxNote - note.length) : undefined,
        onClick: save,
      }}
      onCancel={onClose}
    >
      {edited === 'tags' ? null : (
        <GroupField
          value={draft.group === undefined ? commonGroup(accounts) : draft.group}
          onChange={(group) => setDraft({ ...draft, group })}
        />
      )}
      {edited === 'group' ? null : <Tags accounts={accounts} draft={draft} onChange={setDraft} />}
      {edited === 'all' ? (
        <FormField label={labelsText.note} constraintText={labelsText.noteHint(maxNote - note.length)}>
          <Textarea
            value={note}
            rows={4}
            invalid={note.length > maxNote}
            onChange={({ detail }) => setDraft({ ...draft, note: detail.value })}
          />
        </FormField>
      ) : null}
      <Box variant="small">{labelsText.onlyHere}</Box>
    </ConfirmDialog>
  );
}

interface TagsProps {
  readonly accounts: readonly Account[];
  readonly draft: LabelsDraft;
  readonly onChange: (draft: LabelsDraft) => void;
}

/** One field for one account; several accounts have tags of their own, which stay unless they are removed. */
function Tags({ accounts, draft, onChange }: TagsProps): ReactElement {
  const { accounts: all = [] } = useAccounts();
  const known = tagCounts(all).map(({ tag }) => ({ tag }));
  const [only, ...others] = accounts;
  if (only !== undefined && others.length === 0) {
    return (
      <TagsField
        label={labelsText.tags}
        description={labelsText.tagsHint(maxTags)}
        offered={known}
        selected={tagsIn(draft, only)}
        creates
        onChange={(selected) => onChange(withTags(draft, only, selected))}
      />
    );
  }
  const counts = tagCounts(accounts);
  return (
    <SpaceBetween size="m">
      <TagsField
        label={labelsText.addTags}
        description={labelsText.tagsHint(maxTags)}
        offered={known}
        selected={draft.addTags}
        creates
        onChange={(addTags) => onChange({ ...draft, addTags })}
      />
      {counts.length === 0 ? (
        <div>{labelsText.noTags}</div>
      ) : (
        <TagsField
          label={labelsText.removeTags}
          offered={counts.map(({ tag, count }) => ({
            tag,
            remark: labelsText.onSome(count, accounts.length),
          }))}
          selected={draft.removeTags}
          creates={false}
          onChange={(removeTags) => onChange({ ...draft, removeTags })}
        />
      )}
    </SpaceBetween>
  );
}
