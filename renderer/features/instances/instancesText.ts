import type { TaskLeftOut } from '../../../shared/domain/account/instanceTasks';
import { instanceAccessNames } from '../../../shared/domain/account/instanceText';
import { formatList, formatNumber } from '../../../shared/text/formats';
import { byCount, pluralize } from '../../../shared/text/pluralize';

const people = (count: number): string => pluralize(count, 'person', 'people');

/** What people read on the work list “To add to instances”. */
export const instancesText = {
  title: 'To add to instances',
  description:
    'Amazon adds nobody automatically: in Amazon’s console, open Administration → Account access and settings → Users and Instances, add each person, and tick them off here.',
  readFailed: 'Couldn’t read the list',

  // WorkFilters
  find: 'Find people',
  findPlaceholder: 'Find by name, email or account',
  stateFilter: 'Access to instances',
  states: { ...instanceAccessNames, all: 'Everybody who accepted' },
  withCount: (name: string, count: number | undefined) =>
    count === undefined ? name : `${name} (${formatNumber(count)})`,
  notTrackedNote: (count: number) =>
    `${pluralize(count, 'invitation was', 'invitations were')} accepted before this list existed. Whether these people can open an instance isn’t tracked.`,
  trackAll: 'Track them all',
  selected: (count: string) => `${count} selected.`,
  selectNone: 'Clear selection',

  // WorkHeader
  tickOffSelected: (count: number) => (count === 0 ? 'Tick off' : `Tick off ${people(count)}`),
  importTasks: 'Import task list',
  excel: 'Task list as Excel workbook (.xlsx)',
  csv: 'Task list as CSV',
  savedTasks: (count: number, fileName: string | undefined) =>
    `${pluralize(count, 'task')} saved as ${fileName ?? ''}`,

  // columns
  person: 'Person',
  email: 'Email',
  instances: 'Instances',
  state: 'State',
  actions: 'Actions',
  noName: 'No name',
  copyName: 'name',
  copyEmail: 'email',
  copyInstance: 'instance',
  waitingInAccount: (waiting: number) => `${people(waiting)} waiting`,
  nobodyWaiting: 'Nobody waiting',
  openConsole: 'Open console',
  openConsoleOf: (account: string) => `Open console of ${account}`,
  tickOffAccount: 'Tick off all',
  tickOffAccountOf: (account: string) => `Tick off all waiting in ${account}`,
  trackAccount: 'Track',
  trackAccountOf: (account: string) => `Track everybody in ${account}`,
  instancesNeverRead: 'Instances not read yet',
  accountInstances: (names: string) => `Has ${names}`,
  noInstances: 'Amazon lists no instance',

  // InstanceLines
  notPlanned: 'Not planned',
  choose: 'Choose',
  chooseFor: (name: string) => `Choose instances for ${name}`,
  tickOffOne: 'Tick off',
  tickOffInstance: (instance: string, name: string) => `Tick off ${instance} for ${name}`,
  undoOne: 'Undo',
  undoInstance: (instance: string, name: string) => `Undo ${instance} for ${name}`,
  addedBy: (name: string, day: string) => `by ${name}, ${day}`,
  addedByColleague: (name: string, day: string) => `by ${name}, ${day}, from the team`,

  // PlanSource
  plannedBy: (who: string, day: string) => `Planned by ${who}, ${day}, from the team`,
  otherPlan: (who: string, instances: string, day: string) =>
    `${who} planned ${instances}, ${day}, from the team`,
  ownPlan: (day: string) => `Your plan: ${day}`,
  usePlan: 'Use that plan',
  usePlanFor: (who: string, name: string) => `Use the plan of ${who} for ${name}`,
  fromFile: (fileName: string) => `from “${fileName}”`,
  seen: 'opened by their own sign-in',

  // actions of a person
  tickOff: 'Tick off',
  tickOffPerson: (name: string) => `Tick off everything for ${name}`,
  track: 'Track',
  trackPerson: (name: string) => `Track ${name}`,
  actionsFor: (name: string) => `Actions for ${name}`,
  openPerson: 'Open the person’s page',
  openAccount: 'Open the account',
  acceptedOn: (day: string) => `Accepted ${day}`,

  // TickNotice
  ticked: (count: number, instances: readonly string[]) =>
    `${people(count)} ticked off${instances.length === 0 ? '' : `: ${formatList(instances)}`}.`,
  undone: (count: number) => `Undone for ${people(count)}.`,
  undo: 'Undo',
  changed: (count: number) =>
    `Nothing was written: ${byCount(count, '1 person has', `${formatNumber(count)} people have`)} changed since the list was shown. It shows the current state now. Check it and try again.`,
  withoutPlan: (count: number) =>
    `${byCount(count, '1 selected person has', `${formatNumber(count)} selected people have`)} no planned instances. Choose them first.`,
  dismiss: 'Dismiss',

  // WorkEmpty
  doneTitle: 'Nobody is waiting',
  doneBody: 'Viewers who accept an invitation appear here until you have added them to their instances.',
  noMatchTitle: 'No matches',
  noMatchBody: 'Nobody matches the search and filter.',
  clearFilters: 'Clear filters',

  // ChooseInstances
  chooseTitle: (name: string) => `Instances for ${name}`,
  chooseField: 'Instances',
  chooseHint: (account: string) => `The instances of ${account} to which you are going to add this person.`,
  planNone: 'Plan no instances',
  allInstances: 'All instances',
  pick: 'Select instances',
  typeHint: 'Nobody has listed this account’s instances yet. Type their names, with ; between them.',
  typePlaceholder: 'Main; Sandbox',
  savePlan: 'Save',
  cancel: 'Cancel',
  planChanged:
    'This person has changed since. The list shows the current state now: close this and try again.',

  // TickAccountDialog
  accountTitle: (account: string) => `Tick off everybody waiting in ${account}`,
  accountBody: (count: number) =>
    `${byCount(count, '1 person is', `${formatNumber(count)} people are`)} ticked off for all instances planned for them. Do this after you’ve added them in Amazon’s console.`,
  accountLeftOut: (count: number) =>
    `${byCount(count, '1 person has', `${formatNumber(count)} people have`)} no planned instances and won’t be ticked off.`,
  accountNobody: 'Nobody waiting here has planned instances. Choose them first.',
  reading: 'Reading',

  // TaskListDialog
  tasksTitle: (fileName: string) => `Import “${fileName}”`,
  ticksBy: (count: number, by: string) => `${pluralize(count, 'tick')} by ${by}`,
  byUnknown: 'somebody the list doesn’t name',
  noTicks: 'There is nothing new to tick off in this list.',
  leftOut: {
    notDone: (rows) => `${rows} not marked as done`,
    alreadyDone: (rows) => `${rows} ticked off before; the earlier name stays`,
    nobody: (rows) => `${rows} fitting nobody who accepted an invitation`,
    noAccount: (rows) => `${rows} with an account you don’t administer here`,
    unclear: (rows) => `${rows} with neither yes nor no under Done`,
    incomplete: (rows) => `${rows} without account, email or instance`,
    otherInstance: (rows) => `${rows} with an instance that isn’t planned or known there, or isn’t unique`,
    repeated: (rows) => `${rows} repeating an earlier row`,
  } satisfies Record<TaskLeftOut, (rows: string) => string>,
  rows: (count: number) => pluralize(count, 'row'),
  rowsThatFit: 'What is ticked off',
  line: (line: string, who: string, instance: string) => `Row ${line}: ${who}, ${instance}`,
  addTicks: (count: number) => `Tick off ${pluralize(count, 'task')}`,
  addedTicks: (count: number) => `${pluralize(count, 'task')} ticked off from the list.`,
  tasksFailed: 'Couldn’t import the task list',
  close: 'Close',
};
