import { hiddenFields } from './signInOverHttp';

export interface ConsoleDecision {
  readonly accountId: string;
  /** The instance's name. */
  readonly instance: string;
  /** The person's email address. */
  readonly email: string;
  readonly decision: 'add' | 'remove';
}

/**
 * Does what an admin with a browser does on the sandbox's console: opens the account's page, and adds a person to an instance or
 * removes one.
 * @returns the page that is shown then, and its status: 400 if it wasn't done
 * @throws Error if the page has no such instance, or no such person to remove
 */
export async function decideOnConsole(
  origin: string,
  { accountId, instance, email, decision }: ConsoleDecision,
): Promise<{ readonly status: number; readonly text: string }> {
  const url = `${origin}/console/${accountId}`;
  const page = await (await fetch(url)).text();
  const section = page.split('<h2>').find((part) => part.startsWith(`${instance}</h2>`)) ?? '';
  const forms = section.match(/<form method="post"[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find(
    (each) =>
      each.includes(`value="${decision}"`) &&
      (decision === 'add' || new Map(hiddenFields(each)).get('email') === email),
  );
  if (form === undefined) throw new Error(`The console can't ${decision} ${email} in ${instance}: ${page}`);
  const fields = new URLSearchParams(hiddenFields(form));
  fields.set('email', email);
  fields.set('decision', decision);
  const response = await fetch(url, { method: 'POST', body: fields });
  return { status: response.status, text: await response.text() };
}
