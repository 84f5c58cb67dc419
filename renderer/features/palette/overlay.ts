/** What the palette's room shows over a screen. */
export type Overlay = 'palette' | 'help' | 'whatsNew' | 'firstAccount';
