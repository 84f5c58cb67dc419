/** What people read when the removal of a leaver can't be done. */
export const leaversErrorText = {
  unknown: 'This removal isn’t known. It may belong to another computer.',
  noSubject: 'Enter an email address, or select a member.',
  nothing: 'Select at least one member or invitation.',
};
