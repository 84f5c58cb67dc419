import Icon from '@cloudscape-design/components/icon';
import { CommandGroup, CommandItem } from 'cmdk';
import type { ReactElement } from 'react';
import type { Choose } from './choose';
import { ShortcutKeys } from './shortcuts/ShortcutKeys';
import type { Command } from './commands/command';
import { paletteText } from './paletteText';

interface CommandItemsProps {
  readonly heading: Command['group'];
  readonly commands: readonly Command[];
  readonly choose: Choose;
}

/** Screens or actions, each with its keys. */
export function CommandItems({ heading, commands, choose }: CommandItemsProps): ReactElement | null {
  if (commands.length === 0) return null;
  return (
    <CommandGroup heading={heading}>
      {commands.map(({ id, title, shortcut, inForce, run }) => (
        <CommandItem key={id} value={id} onSelect={() => choose.action(run)}>
          <span>{title}</span>
          {shortcut === undefined ? null : <ShortcutKeys of={shortcut} />}
          {inForce === true ? <Icon name="check" ariaLabel={paletteText.selected} /> : null}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
