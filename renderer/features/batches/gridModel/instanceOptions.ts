import type { Instance } from '../../../../shared/domain/account/instance';
import { createInstancesParser } from '../../../../shared/domain/account/parseInstances';
import { matchesSearch } from '../../../../shared/text/searchText';
import { gridModelText } from './gridModelText';

/** An instance to add to what is typed in a cell. */
export interface InstanceOption {
  readonly key: string;
  readonly text: string;
  /** Its ID; null where the name is the ID, and for all of them. */
  readonly second: string | null;
  /** The whole cell with it. */
  readonly cell: string;
}

/**
 * The instances that complete a cell: those that aren't named before the last ";" and match what follows it, and, while nothing
 * is named yet, all of them, or none.
 * @param known those of the row's account; null if they were never listed, or it has no account
 */
export function instanceOptions(text: string, known: readonly Instance[] | null): readonly InstanceOption[] {
  const end = Math.max(text.lastIndexOf(';'), text.lastIndexOf('；')) + 1;
  const before = text.slice(0, end).trimEnd();
  const typed = text.slice(end).trim();
  const { plan } = createInstancesParser(known)(before);
  if (typeof plan === 'string') return [];
  const named = new Set((plan ?? []).map(({ instanceId }) => instanceId));
  const names = (known ?? []).map(({ name }) => name);
  const wholeOf = (last: string): string => (before === '' ? last : `${before} ${last}`);
  const options = (known ?? [])
    .filter(({ instanceId, name }) => !named.has(instanceId) && matchesSearch(`${name} ${instanceId}`, typed))
    .map(({ instanceId, name }): InstanceOption => {
      const isUnique = names.filter((each) => each === name).length === 1;
      return {
        ...{ key: instanceId, text: name, second: name === instanceId ? null : instanceId },
        cell: wholeOf(isUnique && !/[;；]/.test(name) ? name : instanceId),
      };
    });
  const all = { key: '', text: gridModelText.allInstances, second: null, cell: 'all' };
  const none = { key: 'none', text: gridModelText.noInstances, second: null, cell: 'none' };
  const fitting = (one: InstanceOption): readonly InstanceOption[] =>
    before === '' && matchesSearch(one.text, typed) ? [one] : [];
  return [...fitting(all), ...options, ...fitting(none)];
}
