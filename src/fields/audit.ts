import type { Drift } from "./definition-drift.ts";
import type { FixPlan } from "./fix.ts";
import type { FieldId } from "./governed-fields.ts";

export type AuditedType = "contacts" | "companies";

/** One place where a governed field is written, and how well. */
export type FieldPlace = {
  readonly field: FieldId;
  readonly objectType: AuditedType;
  readonly property: string;
  /** Whether it is our own property, which holds the agreed values. */
  readonly isTarget: boolean;
  readonly records: number;
  readonly filled: number;
  /** Filled ones that are written as agreed. */
  readonly agreed: number;
  /** Filled ones whose meaning is certain, as agreed or otherwise. */
  readonly understood: number;
  readonly spellings: number;
};

/** One way in which a value is written in one place. */
export type Spelling = {
  readonly field: FieldId;
  readonly objectType: AuditedType;
  readonly property: string;
  readonly text: string;
  readonly records: number;
  readonly judgement: "agreed" | "certain" | "doubtful" | "unknown";
  /** What it means, where it means something. */
  readonly value: string | null;
};

export type FindingKind =
  | "certain_spellings"
  | "doubtful_spellings"
  | "unknown_values"
  | "drifted_definition"
  | "look_alike"
  | "form_beside"
  | "bad_writer"
  | "invalid_npi";

/** Something that is wrong with a field, and what to do about it. Examples are ids of records. */
export type Finding = {
  readonly kind: FindingKind;
  readonly field: FieldId | null;
  readonly objectType: AuditedType | "deals";
  readonly property: string;
  readonly records: number;
  readonly examples: readonly string[];
  /** Contacts that are on hold because of it. */
  readonly onHold: number;
  readonly sentence: string;
  readonly remedy: string;
  /** The fix that does it; `null` where people have to. */
  readonly fix: FixPlan | null;
};

/** A fact whose absence keeps contacts on hold. */
export type Gap = {
  readonly fact: string;
  readonly label: string;
  readonly onHold: number;
  /** Those of them that wait for nothing else. */
  readonly alone: number;
};

/** Everything that is known about a portal's fields at one instant. */
export type FieldAudit = {
  readonly at: number;
  /** When HubSpot's definitions, forms and histories were last looked at; `null`: not yet. */
  readonly lookedAt: number | null;
  readonly places: readonly FieldPlace[];
  readonly spellings: readonly Spelling[];
  /** What holds most contacts first, then what most records have. */
  readonly findings: readonly Finding[];
  /** The one that keeps most contacts on hold first. */
  readonly gaps: readonly Gap[];
};

/** What a look at HubSpot itself found. */
export type PortalLook = {
  readonly definitions: Readonly<
    Record<
      AuditedType,
      readonly {
        readonly name: string;
        readonly label: string;
        readonly type: string;
        readonly options: readonly string[];
      }[]
    >
  >;
  readonly drifts: readonly Drift[];
  /** `null`: the account has not granted us its forms. */
  readonly forms: readonly { readonly name: string; readonly fields: readonly string[] }[] | null;
  readonly writers: readonly Writer[];
};

/** Who wrote values that mean nothing sure; users and apps by HubSpot's ids. */
export type Writer = {
  readonly field: FieldId;
  readonly property: string;
  /** HubSpot's source type, and the id of the app, import or user. */
  readonly source: string;
  readonly records: number;
  readonly examples: readonly string[];
};
