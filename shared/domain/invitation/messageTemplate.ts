/** The value of each placeholder. */
export interface MessageFacts {
  readonly name: string;
  readonly account: string;
  readonly role: string;
  readonly link: string;
  /** The day, as people read it. */
  readonly expires: string;
}

export const placeholders = [
  'name',
  'account',
  'role',
  'link',
  'expires',
] as const satisfies readonly (keyof MessageFacts)[];

export const maxTemplateLength = 4000;

export const defaultMessageTemplate = `Hello {name},

you are invited to {account} in Amazon Marketing Cloud as {role}.
Open this link in AMC Access Manager to join:

{link}

This invitation expires on {expires}.

Amazon sends two emails: the invitation, and a welcome. As a viewer you can open nothing right after joining: an administrator adds you to the account's instances then, and the app shows when you can open one.`;

/** The message to one person. Braces around anything but a placeholder stay as they are. */
export const messageOf = (template: string, facts: MessageFacts): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const known = placeholders.find((placeholder) => placeholder === name);
    return known === undefined ? whole : facts[known];
  });
