/**
 * What the page may load: its own scripts, styles, images and fonts, and nothing else. It uses no network at all; everything goes
 * through the bridge. Fonts and small images are inlined in Cloudscape's style sheet, hence `data:`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');
