import type { PlannedInstance } from '../../../../shared/domain/account/plannedInstances';
import { formatList } from '../../../../shared/text/formats';

/** Instances in a sentence, by name. */
export const namesOfInstances = (instances: readonly PlannedInstance[]): string =>
  formatList(instances.map(({ name }) => name));
