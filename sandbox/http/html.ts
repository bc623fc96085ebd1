import { icon } from "./icon.ts";

/** A whole page: title, main content as safe HTML. Works without scripts and without styles. */
export function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${icon}">
<title>${escapeHtml(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1f2a37; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; }
button { font: inherit; padding: .5rem 1rem; border: 1px solid #1f2a37; border-radius: .25rem; background: #fff; color: inherit; cursor: pointer; }
button[value="connect"] { background: #8a2f0b; border-color: #8a2f0b; color: #fff; }
button:focus-visible, a:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
form { display: flex; gap: .75rem; margin-top: 1.5rem; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; } code { overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>
`;
}

/** Text made safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

export function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li><code>${escapeHtml(item)}</code></li>`).join("")}</ul>`;
}
