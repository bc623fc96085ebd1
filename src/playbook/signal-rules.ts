import type { SignalKind } from "../facts/signal.ts";
import type { SignalRule } from "./playbook.ts";

/** Points of a fresh signal, its half-life, and what repeats may add up to. */
export const signalRules: Readonly<Record<SignalKind, SignalRule>> = {
  demo_request: { points: 40, halfLifeDays: 30, cap: 60 },
  pricing_request: { points: 40, halfLifeDays: 30, cap: 60 },
  consultation: { points: 40, halfLifeDays: 30, cap: 60 },
  contact_form: { points: 30, halfLifeDays: 30, cap: 45 },
  technical_question: { points: 30, halfLifeDays: 30, cap: 45 },
  email_reply: { points: 15, halfLifeDays: 14, cap: 30 },
  webinar_attended: { points: 15, halfLifeDays: 30, cap: 30 },
  webinar_registered: { points: 5, halfLifeDays: 7, cap: 10 },
  guide_download: {
    points: 10,
    halfLifeDays: 30,
    cap: 20,
    byStage: { decision: { points: 15, halfLifeDays: 30 } },
  },
  proof_opened: { points: 10, halfLifeDays: 21, cap: 20 },
  repeat_visit: { points: 5, halfLifeDays: 7, cap: 10 },
};
