import type { Signal, SignalKind } from "../facts/signal.ts";
import { signalLabels } from "../facts/signal.ts";
import { localDate } from "../handoff/wall-clock.ts";
import type { TimeZone } from "../playbook/playbook.ts";

const deeds: Readonly<Record<SignalKind, string>> = {
  demo_request: "Asked for a demo",
  pricing_request: "Asked for pricing",
  consultation: "Booked a consultation",
  contact_form: "Filled in the contact form",
  technical_question: "Asked about security, integration or implementation",
  email_reply: "Replied to an e-mail",
  webinar_attended: "Attended a webinar",
  webinar_registered: "Registered for a webinar",
  guide_download: "Downloaded a guide",
  proof_opened: "Opened a case study, ROI or security note",
  repeat_visit: "Came back to the website",
};

/** "Asked for a demo on 24 Nov 2026 (Scheduling demo)", dated in the portal's time. */
export function signalSentence({ kind, at, label }: Signal, zone: TimeZone): string {
  const source = label === signalLabels[kind] ? "" : ` (${label})`;
  return `${deeds[kind]} on ${localDate(at, zone)}${source}`;
}
