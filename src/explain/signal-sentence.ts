import { longDate } from "../facts/civil-date.ts";
import type { Signal, SignalKind } from "../facts/signal.ts";
import { signalLabels } from "../facts/signal.ts";

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

/** "Asked for a demo on 24 Nov 2026 (Scheduling demo)". */
export function signalSentence({ kind, at, label }: Signal): string {
  const source = label === signalLabels[kind] ? "" : ` (${label})`;
  return `${deeds[kind]} on ${longDate(at)}${source}`;
}
