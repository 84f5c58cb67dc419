/** What people read in components. */
export const componentsText = {
  copy: (name: string, id: string) => `Copy ${name} ${id}`,
  copied: 'Copied',
  couldNotCopySelectThe: 'Could not copy. Select the text and copy it by hand.',
  details: 'Details',
  code: 'Code',
  inDetail: 'In detail',
  amazonsRequestId: 'Amazon’s request ID',
  sandbox: 'Sandbox',
  asOf: (at: string) => `as of ${at}`,
  amcAccessManager: (children: string) => `${children} – AMC Access Manager`,
  byAccount: 'By account',
  andMoreAccounts: (unnamed: string) => `and ${unnamed} more accounts`,
};
