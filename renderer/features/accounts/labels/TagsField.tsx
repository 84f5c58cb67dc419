import FormField from '@cloudscape-design/components/form-field';
import Multiselect, { type MultiselectProps } from '@cloudscape-design/components/multiselect';
import { useState, type ReactElement } from 'react';
import { cleanLabel, maxTag } from '../../../../shared/domain/account/labels';
import { matchesSearch } from '../../../../shared/text/searchText';
import { isAmong } from './labelsDraft';
import { labelsText } from './labelsText';

interface TagsFieldProps {
  readonly label: string;
  readonly description?: string;
  /** Those to select from. */
  readonly offered: readonly { readonly tag: string; readonly remark?: string }[];
  readonly selected: readonly string[];
  /** Whether tags that don't exist can be typed. */
  readonly creates: boolean;
  readonly onChange: (selected: readonly string[]) => void;
}

const createdPrefix = 'new ';
const knownPrefix = 'tag ';

/** Selects tags, and creates new ones. */
export function TagsField(props: TagsFieldProps): ReactElement {
  const { label, description, offered, selected, creates, onChange } = props;
  const [typed, setTyped] = useState('');
  const known = offered.map(({ tag }) => tag);
  const added = selected.filter((tag) => !known.includes(tag));
  const options: readonly MultiselectProps.Option[] = [
    ...[...offered, ...added.map((tag) => ({ tag, remark: undefined }))]
      .filter(({ tag }) => matchesSearch(tag, typed))
      .map(({ tag, remark }) => ({
        ...optionOf(tag),
        ...(remark === undefined ? {} : { labelTag: remark }),
      })),
    ...(!creates || typed === '' || isAmong(typed, [...known, ...selected])
      ? []
      : [{ value: createdPrefix + typed, label: labelsText.create(typed) }]),
  ];
  return (
    <FormField label={label} {...(description === undefined ? {} : { description })}>
      <Multiselect
        selectedOptions={selected.map(optionOf)}
        options={options}
        placeholder={labelsText.selectTags}
        filteringType="manual"
        filteringPlaceholder={labelsText.tagPlaceholder}
        filteringAriaLabel={creates ? labelsText.findTag : labelsText.findExistingTag}
        empty={typed === '' ? labelsText.typeTag : labelsText.noTagMatches}
        deselectAriaLabel={({ label: tag = '' }) => labelsText.removeTag(tag)}
        expandToViewport
        onLoadItems={({ detail }) => setTyped(cleanLabel(detail.filteringText).slice(0, maxTag))}
        onChange={({ detail }) => {
          onChange(detail.selectedOptions.map(({ value = '' }) => value.slice(knownPrefix.length)));
        }}
      />
    </FormField>
  );
}

const optionOf = (tag: string): MultiselectProps.Option => ({ value: knownPrefix + tag, label: tag });
