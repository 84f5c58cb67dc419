import { isOurPage } from './pageAddress';

interface Frame {
  readonly url: string;
}

/** The subset of an IPC event that identifies its sender. */
export interface SenderOf<Contents> {
  readonly sender: Contents;
  readonly senderFrame: Frame | null;
}

/**
 * True only for our page itself: the contents of the app's window, its main frame (not one inside it), and its exact origin. A
 * frame that is gone (null) isn't trusted.
 */
export const isTrustedSender = <Contents extends { readonly mainFrame: Frame }>(
  { sender, senderFrame }: SenderOf<Contents>,
  windowContents: Contents | null,
): boolean =>
  windowContents !== null &&
  sender === windowContents &&
  senderFrame !== null &&
  senderFrame === windowContents.mainFrame &&
  isOurPage(senderFrame.url);
