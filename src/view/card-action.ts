/** What a person can do on a card, as `POST /api/card/actions` takes it. Dates are as 2026-11-25. */
export type CardAction =
  | { readonly kind: "accept" }
  | { readonly kind: "return"; readonly reason: string }
  | { readonly kind: "snooze"; readonly until: string }
  | {
      readonly kind: "override";
      readonly status: string;
      readonly reason: string;
      readonly until: string;
    }
  | { readonly kind: "end_override" }
  | {
      readonly kind: "answer";
      readonly item: string;
      readonly state: "confirmed" | "unknown" | "negative";
    }
  /** Without a date it is taken back. */
  | { readonly kind: "next_step"; readonly date: string | null }
  /** An agreed value for a property of ours. */
  | { readonly kind: "fill"; readonly property: string; readonly values: readonly string[] };
