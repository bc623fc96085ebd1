/**
 * What an admin does on HubSpot's consent page: presses "Connect app". Answers the address that the
 * browser is sent to then.
 */
export async function giveConsent(consentUrl: string): Promise<string> {
  const page = await fetch(consentUrl);
  const html = await page.text();
  if (!page.ok) throw new Error(`The consent page answered ${page.status}: ${textOf(html)}`);
  const { action, fields } = readForm(html, consentUrl);
  const agreed = await fetch(action, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  return redirectOf(agreed, action);
}

export function redirectOf(response: Response, from: string): string {
  const location = response.headers.get("location");
  if (!location) throw new Error(`${from} answered ${response.status} without a redirect`);
  return new URL(location, from).href;
}

function readForm(html: string, base: string) {
  const form = /<form[^>]*action="([^"]*)"/.exec(html);
  if (!form) throw new Error("The consent page has no form.");
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<(?:input|button)[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    // Of several buttons only the pressed one is sent: the first, as the Enter key would.
    if (name) fields[name] ??= unescapeHtml(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  return { action: new URL(unescapeHtml(form[1] ?? ""), base).href, fields };
}

function unescapeHtml(text: string): string {
  const entities = { "&amp;": "&", "&quot;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">" };
  return text.replace(/&(?:amp|quot|#39|lt|gt);/g, (e) => entities[e as keyof typeof entities]);
}

export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}
