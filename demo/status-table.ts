const order = ["sql", "mql", "hold", "nurture", "recycled", "disqualified", "customer"];
const meanings: Readonly<Record<string, string>> = {
  sql: "accepted by sales, everything confirmed",
  mql: "fit and intent, offered to sales or nurture",
  hold: "may qualify: facts are missing",
  nurture: "not yet",
  recycled: "returned by sales, cooling down",
  disqualified: "competitor, vendor, student, patient …",
  customer: "already buys",
};

/** A short table of how many contacts stand where. */
export function statusTable(byStatus: Readonly<Record<string, number>>): string {
  const known = order.filter((status) => byStatus[status] !== undefined);
  const others = Object.keys(byStatus).filter((status) => !order.includes(status));
  const rows = [...known, ...others].map((status) => {
    const count = String(byStatus[status] ?? 0).padStart(6);
    return `  ${status.padEnd(13)}${count}   ${meanings[status] ?? ""}`;
  });
  const total = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  return [...rows, `  ${"all".padEnd(13)}${String(total).padStart(6)}`].join("\n");
}
