/**
 * Whether a dialog waits for an answer, so that what is behind it must keep still. Cloudscape marks the body while one
 * of its modals is open; the role alone does not tell, its dropdowns have it too.
 */
export const isModalOpen = (): boolean =>
  document.querySelector('body[class*="awsui_modal-open"], dialog[open]') !== null;
