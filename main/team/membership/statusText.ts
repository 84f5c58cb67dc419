/** What people read about the connection to the team. */
export const statusText = {
  checking:
    'The app ended unexpectedly last time. Before it sends in shared accounts, it makes sure for half a minute that no other copy of its data is in use.',
  copy: 'Another copy of this app’s data is in use, on this computer or another. This one sends nothing in shared accounts. Quit the other one, or leave the team here.',
};
