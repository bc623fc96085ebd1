import { Problem } from "../../portal/problem.ts";
import type { Delivery } from "../../webhooks/delivery.ts";
import type { Webhooks } from "../../webhooks/open-webhooks.ts";
import { escapeHtml } from "../html.ts";
import { viewPage, viewRoot } from "./layout.ts";
import { facts, json, link, table, time } from "./parts.ts";

const shownDeliveries = 100;

/** Deliveries, the latest first, and what disturbs them. */
export function deliveryList(webhooks: Webhooks | undefined): string {
  if (webhooks === undefined) {
    return viewPage("Webhooks", "Webhooks", "<p>The app has no webhooks.</p>");
  }
  const rows = webhooks.deliverer
    .recent()
    .slice(0, shownDeliveries)
    .map((delivery) => [
      link(`${viewRoot}/deliveries/${delivery.id}`, `Delivery ${delivery.id}`),
      delivery.status,
      String(delivery.events.length),
      String(delivery.attempts.length),
      escapeHtml(delivery.attempts.at(-1)?.outcome ?? ""),
      delivery.status === "waiting" ? time(delivery.dueAt) : "",
    ]);
  const columns = [
    { name: "Delivery" },
    { name: "Status" },
    { name: "Events", isNumber: true },
    { name: "Attempts", isNumber: true },
    { name: "Last outcome" },
    { name: "Next attempt" },
  ];
  return viewPage(
    "Webhooks",
    "Webhooks",
    `${disturbanceForm(webhooks)}
<h2>Deliveries</h2>
${table(`The last ${shownDeliveries} deliveries`, columns, rows)}`,
  );
}

export function deliveryPage(webhooks: Webhooks | undefined, id: number): string {
  const delivery = webhooks?.deliverer.recent().find((other) => other.id === id);
  if (delivery === undefined) throw Problem.notFound(`There is no delivery ${id}`);
  return viewPage(
    `Delivery ${id}`,
    "Webhooks",
    `${facts([
      ["Status", delivery.status],
      ["Events", String(delivery.events.length)],
    ])}
<h2>Attempts</h2>
${attemptTable(delivery)}
<h2>Events</h2>
${json(delivery.events)}`,
  );
}

function attemptTable({ attempts }: Delivery): string {
  const rows = attempts.map(({ at, outcome }, index) => [
    String(index),
    time(at),
    escapeHtml(outcome),
  ]);
  const columns = ["Attempt", "When", "Outcome"].map((name) => ({ name }));
  return table("What the receiver answered", columns, rows);
}

function disturbanceForm({ disturbance }: Webhooks): string {
  const { duplicated, delayed, delayMs, lost, shuffled } = disturbance.faults();
  const chance = (name: string, label: string, value: number) =>
    `<label>${label} <input name="${name}" type="number" min="0" max="1" step="0.01" value="${value}"></label>`;
  return `<h2>On the way</h2>
<p class="soft">Chances from 0 to 1. HubSpot promises neither order nor that an event comes once.</p>
<form method="post" action="${viewRoot}/deliveries">
${chance("duplicated", "Comes twice", duplicated)}
${chance("delayed", "Comes late", delayed)}
<label>Late by up to (ms) <input name="delayMs" type="number" min="0" value="${delayMs}"></label>
${chance("lost", "Never comes", lost)}
<label>Order in a delivery <select name="shuffled"><option value="false">kept</option><option value="true"${shuffled ? " selected" : ""}>any</option></select></label>
<button type="submit">Set</button>
</form>`;
}
