import { escapeHtml } from "../html.ts";
import { icon } from "../icon.ts";

export const viewRoot = "/sandbox/view";

const places = [
  ["/", "Account"],
  [`${viewRoot}/records/contacts`, "Records"],
  [`${viewRoot}/deliveries`, "Webhooks"],
  [`${viewRoot}/faults`, "Faults"],
  [`${viewRoot}/clock`, "Clock"],
  [`${viewRoot}/limits`, "Limits"],
  [`${viewRoot}/switches`, "Switches"],
] as const;
export type Place = (typeof places)[number][1];

/** A page of the sandbox with the way to the others: title, main content as safe HTML. */
export function viewPage(title: string, place: Place, main: string): string {
  const links = places.map(([href, name]) => {
    const current = name === place ? ' aria-current="page"' : "";
    return `<li><a href="${href}"${current}>${name}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${icon}">
<title>${escapeHtml(title)} – sandbox portal</title>
<style>${styles}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header>
<p class="brand">Sandbox portal</p>
<nav aria-label="Sandbox"><ul>${links.join("")}</ul></nav>
</header>
<main id="main">
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>
`;
}

const styles = `
:root { color-scheme: light dark; --ink: #1f2a37; --soft: #52606d; --line: #d3dae2; --ground: #fff; --raised: #f5f7f9; --accent: #8a2f0b; --focus: #1a5fb4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #a9b6c2; --line: #3a4753; --ground: #14191f; --raised: #1d242c; --accent: #ffb694; --focus: #8ab8f5; } }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: var(--ink); background: var(--ground); }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 2rem; padding: .75rem 1.5rem; background: var(--raised); border-bottom: 1px solid var(--line); }
.brand { margin: 0; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
nav a { color: inherit; text-decoration: none; padding: .25rem 0; border-bottom: 2px solid transparent; }
nav a:hover { border-color: var(--line); } nav a[aria-current] { border-color: var(--accent); font-weight: 600; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: .5rem; top: .5rem; padding: .5rem; background: var(--ground); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: 600; white-space: nowrap; } tbody th { font-weight: 600; }
td.number, th.number { text-align: right; padding-right: 1.5rem; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem; margin: .75rem 0; } label { display: grid; gap: .125rem; color: var(--soft); font-size: .875rem; }
input, select, button { font: inherit; min-height: 2.5rem; padding: .375rem .625rem; border: 1px solid var(--soft); border-radius: .25rem; background: var(--ground); color: var(--ink); }
form.wide { display: block; } form.wide label { display: inline; font-size: inherit; color: inherit; } form.wide button { margin-top: .75rem; }
button { cursor: pointer; white-space: nowrap; overflow-wrap: normal; } td form { margin: 0; }
pre { padding: .75rem; background: var(--raised); border: 1px solid var(--line); border-radius: .25rem; overflow-x: auto; font-size: .875rem; }
time { white-space: nowrap; } code { font-size: .9375em; } small, .soft { color: var(--soft); } details ol { margin: .25rem 0; padding-left: 1.25rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } main, header { padding-left: 1rem; padding-right: 1rem; } }
`;
