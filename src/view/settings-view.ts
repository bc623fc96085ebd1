import type { Lateness } from "../playbook/lateness.ts";
import type { Playbook } from "../playbook/playbook.ts";
import type { Permissions } from "../playbook/who-may.ts";

/** What the page edits. */
export type { Permissions, Playbook };

/** What the settings page draws. Finished sentences; instants are epoch milliseconds. */
export type SettingsRow = { readonly label: string; readonly value: string };

export type SettingsSection = {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SettingsRow[];
  /** Problems of the playbook that belong here. */
  readonly problems: readonly ProblemView[];
};

/** One problem of a playbook: where it is, what is wrong, and what would be right. */
export type ProblemView = {
  /** As `offers[3].clock`. */
  readonly path: string;
  /** An error keeps it from being published, a warning does not. */
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly suggestion: string | null;
};

export type ApprovalView = {
  readonly side: "marketing" | "sales";
  readonly label: string;
  /** `null`: this side has not agreed yet. */
  readonly given: { readonly by: string; readonly at: number } | null;
};

export type SettingsView = {
  readonly name: string;
  readonly version: number;
  readonly mode: "observe" | "active" | "paused";
  readonly modeSentence: string;
  readonly sections: readonly SettingsSection[];
  readonly approvals: readonly ApprovalView[];
  /** Why it cannot be published now; `null` where it can. */
  readonly blockedBecause: string | null;
};

/** A draft with everything that is known about it. */
export type DraftView = {
  readonly document: Playbook;
  /** To be sent with the next change. */
  readonly revision: number;
  readonly basedOn: number;
  readonly changed: { readonly by: string; readonly at: number };
  readonly problems: readonly ProblemView[];
  /** Against the version in force, in words. */
  readonly changes: readonly { readonly path: string; readonly sentence: string }[];
  readonly approvals: readonly ApprovalView[];
  readonly blockedBecause: string | null;
  readonly lateness: readonly Lateness[];
};

/** Answer of `GET /api/settings`. */
export type SettingsAnswer = {
  readonly mode: SettingsView["mode"];
  readonly userId: string;
  readonly may: Permissions;
  readonly inForce: SettingsView & {
    readonly document: Playbook;
    /** Both sides have approved it. */
    readonly isAgreed: boolean;
  };
  readonly draft: DraftView | null;
  /** To be sent when a draft is begun. */
  readonly draftRevision: number;
  readonly backfill: { readonly step: string; readonly listed: number } | null;
  readonly contactsByStatus: Readonly<Record<string, number>>;
  readonly choices: SettingsChoices;
};

/** A version of the playbook, the newest first. */
export type VersionView = {
  readonly version: number;
  readonly name: string;
  readonly publishedAt: number;
  /** `null`: the app, at the installation. */
  readonly by: string | null;
  readonly note: string;
  readonly restores: number | null;
  readonly isInForce: boolean;
  readonly approvals: readonly ApprovalView[];
  /** Both sides had approved it, so that it may come back at once. */
  readonly isAgreed: boolean;
  /** Against the version before it, in words. */
  readonly changes: readonly string[];
};

/** A contact whose status a draft would change. */
export type FlipView = {
  readonly contactId: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

/** What publishing a draft would change, as far as it is counted. */
export type WhatIfView = {
  readonly id: string;
  /** Of the draft. */
  readonly revision: number;
  readonly kind: "running" | "done" | "stopped";
  readonly counted: number;
  readonly total: number;
  /** Contacts by status: as they stand, and as they would. */
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  /** Contacts that pass fit and intent under the draft. */
  readonly passing: number;
  /** How many contacts move from which status to which, the most first. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly flipped: number;
  /** The first of them. */
  readonly flips: readonly FlipView[];
  /** Properties that the draft asks for and nobody has read yet: they count as unknown here. */
  readonly unread: readonly string[];
};

/** A property of the portal, to choose from; `type` and `fieldType` are HubSpot's words. */
export type PropertyView = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
};

/** Answer of `GET /api/settings/properties`. */
export type PropertiesAnswer = {
  readonly readAt: number;
  readonly contact: readonly PropertyView[];
  readonly company: readonly PropertyView[];
};

/** Answer of `GET /api/settings/connection`. */
export type ConnectionAnswer = {
  readonly portalId: string;
  readonly connectedAt: number;
  readonly installedBy: string | null;
  /** Until when the present token is valid; a new one is fetched by itself. */
  readonly tokenExpiresAt: number;
  readonly scopes: readonly {
    readonly scope: string;
    readonly why: string;
    readonly isGranted: boolean;
    /** Something more is done where it is granted. */
    readonly isOptional: boolean;
  }[];
  readonly lastEventAt: number | null;
  readonly sweptUntil: number;
  readonly backfill: {
    readonly step: string;
    readonly listed: number;
    readonly finishedAt: number | null;
  } | null;
  /** Records to be looked at, writes to be delivered, and what HubSpot refused. */
  readonly work: { readonly pending: number; readonly outbox: number; readonly parked: number };
  readonly problems: readonly {
    readonly what: string;
    readonly cure: string;
    readonly since: number;
  }[];
  /** What disconnecting removes here, and what in HubSpot where that is wished. */
  readonly removes: {
    readonly records: number;
    readonly decisions: number;
    readonly versions: number;
    readonly properties: readonly string[];
  };
};

export type Choice = { readonly value: string; readonly label: string };

/** A fact that criteria may test, and its values where they are known beforehand. */
export type FactChoice = Choice & {
  readonly kind: "choice" | "number" | "text";
  readonly values: readonly Choice[];
};

/** What the fields of the settings page offer. */
export type SettingsChoices = {
  readonly facts: readonly FactChoice[];
  readonly signals: readonly Choice[];
  readonly stages: readonly Choice[];
  readonly solutions: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly checklist: readonly Choice[];
  readonly roles: readonly Choice[];
  readonly statuses: readonly Choice[];
  /** Those that a portal may extend. */
  readonly vocabularies: readonly Choice[];
  readonly presets: readonly Choice[];
};
