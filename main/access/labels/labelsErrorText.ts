import { formatNumber } from '../../../shared/text/formats';

/** Error messages about groups, tags and notes: what happened and what to do. */
export const labelsErrorText = {
  unknownGroup: 'This group no longer exists. Select another one.',
  nameTaken: (name: string) => `There is already a group “${name}”. Use another name.`,
  noVisibleName: 'This name has no visible characters. Enter another one.',
  tooManyTags: (name: string, max: number) =>
    `${name} would have more than ${formatNumber(max)} tags. Remove some first.`,
};
