import { escapeHtml } from "../html.ts";

export type Column = { readonly name: string; readonly isNumber?: boolean };

/** A table with a caption; cells are safe HTML, the first of a row names it. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return `<p class="soft">${escapeHtml(caption)}: none.</p>`;
  const numeric = (index: number) => (columns[index]?.isNumber === true ? ' class="number"' : "");
  const head = columns.map(
    ({ name }, index) => `<th scope="col"${numeric(index)}>${escapeHtml(name)}</th>`,
  );
  const body = rows.map((cells) => {
    const [first = "", ...others] = cells;
    const rest = others.map((cell, index) => `<td${numeric(index + 1)}>${cell}</td>`);
    return `<tr><th scope="row"${numeric(0)}>${first}</th>${rest.join("")}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head.join("")}</tr></thead>
<tbody>${body.join("\n")}</tbody>
</table></div>`;
}

export function time(at: number): string {
  const iso = new Date(at).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 19).replace("T", " ")} UTC</time>`;
}

/** Terms and what they are, both as safe HTML. */
export function facts(items: readonly (readonly [term: string, value: string])[]): string {
  return `<dl>${items.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join("\n")}</dl>`;
}

export function link(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}

export function json(value: unknown): string {
  return `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;
}
