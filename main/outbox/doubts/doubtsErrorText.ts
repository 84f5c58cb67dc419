/** Error messages of this folder: what happened and what to do. */
export const doubtsErrorText = {
  notDone: 'No clear answer arrived, and someone decided that it wasn’t done. Retry to send it again.',
  notUnconfirmed: 'This change is no longer unconfirmed. Check its current state.',
  notInList: 'This invitation isn’t one of those in Amazon’s list. Select one of them.',
  belongsElsewhere: 'This invitation already belongs to another of your changes. Select another one.',
  notReadYet:
    'Amazon’s list hasn’t been read for this change yet, and Amazon may still carry it out. Wait about a minute.',
};
