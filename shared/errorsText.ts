/** What people read if no other sentence fits. */
export const errorsText = {
  internal: 'Something in the app failed. Try again. If it happens again, restart the app. Nothing was lost.',
};
