import type { Task } from 'electron';
import { menuText } from '../window/menuText';

/** The screens that the system's menu of the app leads to. */
export const taskScreens = ['invite', 'batches'] as const;
export type TaskScreen = (typeof taskScreens)[number];

const switchOf = (screen: TaskScreen): string => `--show=${screen}`;

/**
 * The screen that the app was started for, by a task of its jump list; null if none, or if there are several. Any program can pass
 * this switch, so all it does is show a screen.
 * @param commandLine with the program first
 */
export function taskIn(commandLine: readonly string[]): TaskScreen | null {
  const [only, ...others] = taskScreens.filter((screen) => commandLine.includes(switchOf(screen)));
  return only === undefined || others.length > 0 ? null : only;
}

/** The tasks of the app's jump list on Windows. @param program the app's own executable */
export const windowsTasks = (program: string): Task[] =>
  taskScreens.map((screen) => ({
    program,
    arguments: switchOf(screen),
    title: menuText.tasks[screen],
    description: menuText.taskHints[screen],
    iconPath: program,
    iconIndex: 0,
  }));
