import type { PageCommand } from '../../../../shared/navigation/pageCommands';
import type { ShortcutId } from '../shortcuts/shortcuts';

/** Something the palette offers besides accounts. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Screens' | 'Actions' | 'Appearance';
  /** Other words people may search for. */
  readonly synonyms?: string;
  readonly shortcut?: ShortcutId;
  /** Its item in the native menu, if it has no shortcut. */
  readonly menu?: PageCommand;
  /** True for the setting that already applies. */
  readonly inForce?: boolean;
  readonly run: () => void;
}
