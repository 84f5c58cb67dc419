export interface SignInAnswers {
  /** The person to select on the page; the suggested one if omitted. */
  readonly identity?: string;
  readonly decision: 'allow' | 'deny';
}

/** What the browser shows in the end. */
export interface LastPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/**
 * Does what a person with a browser does with a sign-in link of the sandbox: opens the page, selects a person, presses Allow or
 * Deny, and is redirected to the app's return URL. A page without the form (an error page, or an answer that is already a
 * redirect) is followed to its end and returned unchanged.
 */
export async function signInOverHttp(authorizeUrl: string, answers: SignInAnswers): Promise<LastPage> {
  const page = await open(authorizeUrl);
  const form = /<form method="post" action="([^"]*)">([\s\S]*)<\/form>/.exec(page.text);
  if (form === null) return page;

  const [, action = '', content = ''] = form;
  const fields = new URLSearchParams(hiddenFields(content));
  fields.set('identity', answers.identity ?? proposedIdentity(content));
  fields.set('decision', answers.decision);
  return open(new URL(action, page.url).href, fields);
}

/** Where a sign-in link of the app leads. That uses it up. */
export async function amazonsPage(link: string): Promise<string> {
  const { headers } = await fetch(link, { redirect: 'manual' });
  return headers.get('location') ?? '';
}

/** Opens a page like a browser: every redirect is followed with a GET. */
async function open(url: string, form?: URLSearchParams): Promise<LastPage> {
  const response = await fetch(url, {
    redirect: 'manual',
    ...(form === undefined ? {} : { method: 'POST', body: form }),
  });
  const location = response.headers.get('location');
  const text = await response.text();
  return location === null ? { url, status: response.status, text } : open(new URL(location, url).href);
}

/** The hidden fields of a page's form. @param content its HTML */
export function hiddenFields(content: string): [string, string][] {
  return inputs(content, 'hidden').map((input) => [attribute(input, 'name'), attribute(input, 'value')]);
}

function proposedIdentity(content: string): string {
  const checked = inputs(content, 'radio').find((input) => / checked\b/.test(input)) ?? '';
  return attribute(checked, 'value');
}

function inputs(content: string, type: string): string[] {
  return content.match(new RegExp(`<input type="${type}"[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
  const text = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
