export const signalKinds = [
  "demo_request",
  "pricing_request",
  "consultation",
  "contact_form",
  "technical_question",
  "email_reply",
  "webinar_attended",
  "webinar_registered",
  "guide_download",
  "proof_opened",
  "repeat_visit",
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** Where each kind stands among them. */
export const kindPositions = Object.fromEntries(
  signalKinds.map((kind, position) => [kind, position]),
) as Readonly<Record<SignalKind, number>>;

/** One dated thing a contact did. `id` is the same whenever the same thing is seen again. */
export type Signal = {
  readonly id: string;
  readonly kind: SignalKind;
  /** Offer of the playbook it answers, when one matches. */
  readonly offerId: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  /** False when it happened on somebody else's property (syndicated content). */
  readonly own: boolean;
  /** What a person would recognise: a form's name, never a message. */
  readonly label: string;
  /** Whether the offer names the form, rather than matching its words. */
  readonly named?: boolean;
};

/** Whether a text names a kind of signal. */
export function isSignalKind(text: string): text is SignalKind {
  return signalKinds.some((kind) => kind === text);
}

/** What each kind is called where no form gives a name. */
export const signalLabels: Readonly<Record<SignalKind, string>> = {
  demo_request: "Demo request",
  pricing_request: "Pricing request",
  consultation: "Consultation booked",
  contact_form: "Contact form",
  technical_question: "Security, integration or implementation question",
  email_reply: "Reply to an e-mail",
  webinar_attended: "Webinar attended",
  webinar_registered: "Webinar registration",
  guide_download: "Guide or white paper",
  proof_opened: "Case study, ROI or security note",
  repeat_visit: "Repeat visit to the website",
};
