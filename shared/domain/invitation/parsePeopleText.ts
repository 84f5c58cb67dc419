/** What people read about pieces of pasted text that yielded no person. */
export const parsePeopleText = {
  exchangeName:
    'This is a name inside an Exchange server, not an email address. Look the address up and add it.',
  noAddress: 'No email address found. Add one or delete this entry.',
  duplicate: 'This address is a duplicate. It was added once. Remove it here.',
};
