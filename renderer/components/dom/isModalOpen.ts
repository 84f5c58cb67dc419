/**
 * Whether a dialog is open, so that nothing behind it may react. Cloudscape marks the body while one of its modals is open; the
 * role alone isn't enough, since its dropdowns have it too.
 */
export const isModalOpen = (): boolean =>
  document.querySelector('body[class*="awsui_modal-open"], dialog[open]') !== null;
