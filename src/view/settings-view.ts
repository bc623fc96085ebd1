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
  /** As `offers.3.clock`. */
  readonly path: string;
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
