import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

/** Names follow Prometheus' rules; no label may hold a record or a person. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });

  return {
    registry,
    events: counter("medqual_webhook_events_total", "Webhook events by what became of them", [
      "outcome",
    ]),
    decisions: counter("medqual_decisions_total", "Decisions taken", ["changed"]),
    writes: counter("medqual_records_written_total", "Records written to HubSpot", ["object_type"]),
    failures: counter("medqual_work_failures_total", "Batches put off after a failure", [
      "step",
      "code",
    ]),
    requests: new Histogram({
      name: "medqual_http_request_seconds",
      help: "Duration of inbound requests",
      labelNames: ["route", "status"],
      registers: [registry],
    }),
  };
}
