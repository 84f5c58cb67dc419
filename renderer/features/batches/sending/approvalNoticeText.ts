/** What people read about the approval of a batch. */
export const approvalNoticeText = {
  needed: 'This batch needs a second person’s approval',
  howTo: 'Choose Export, For approval, and send the file to a colleague. Then open the file they send back.',
  approved: (approver: string, time: string): string => `Approved by ${approver}, ${time}`,
  countsNot: (approver: string): string =>
    `The approval by ${approver} doesn’t count for this batch as it is`,
  returned: (by: string, time: string): string => `Returned by ${by}, ${time}`,
  seeComments: 'See the comments at the rows.',
  approvedRows: (approver: string): string => `Only the rows that ${approver} approved`,

  // In the report
  title: 'Approval',
  sentUnder: (drafter: string, approver: string, sender: string): string =>
    `Drafted by ${drafter}, approved by ${approver}, sent by ${sender}.`,
  sentWithout: (sender: string): string =>
    sender === '' ? 'Sent without an approval.' : `Sent by ${sender}, without an approval.`,
  rule: (rule: string): string => `Rule at that time: approval ${rule}.`,
  loosened: (time: string, by: string): string =>
    by === '' ? `The rule had been loosened on ${time}.` : `The rule had been loosened on ${time} by ${by}.`,
  unchecked: (accounts: string): string => `Accounts approved without having been checked: ${accounts}.`,
};
