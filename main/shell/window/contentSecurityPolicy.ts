/**
 * What the page may load: its own scripts, styles, images and fonts, and nothing from anywhere else. It talks to
 * no network at all; everything goes over the bridge. Fonts and small images come inlined in Cloudscape's
 * style sheet, which is what `data:` is for.
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
