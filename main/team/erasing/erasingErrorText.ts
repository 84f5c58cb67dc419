/** Error messages of this folder: what happened and what to do. */
export const erasingErrorText = {
  noTeam: 'This computer isn’t in a team, so no team database can erase this person.',
  noAdministrator: 'Only a team administrator can erase a person in the team’s database.',
  underWay: 'A change of this person isn’t settled in the team’s database. They are erased there once it is.',
  unclear:
    'The team’s database can’t tell anymore whom one erasure is about. An administrator can erase them there with amc.erase_person.',
};
