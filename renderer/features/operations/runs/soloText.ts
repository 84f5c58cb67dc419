import { byCount, pluralize } from '../../../../shared/text/pluralize';

/** What people read about sending while the team’s database is away. */
export const soloText = {
  button: 'Send without the team…',
  buttonOf: (run: string) => `Send without the team: ${run}`,
  title: (count: number) => `Send ${pluralize(count, 'change')} without the team?`,
  body: (count: number, accounts: number) =>
    `${byCount(count, 'It waits', 'They wait')} in ${pluralize(accounts, 'shared account')}, since the team’s database is away. Your team’s rules allow sending now, with a reason.`,
  risk: 'No colleague’s app knows of it until the database is back, so a colleague may invite the same people meanwhile. People invited twice are listed afterward for both of you; nothing is revoked automatically.',
  reason: 'Why it can’t wait',
  reasonHint: 'Your team reads it. At least 10 characters.',
  confirm: (count: number) => `Send ${pluralize(count, 'change')}`,
  failed: 'Nothing was sent without the team',
};
