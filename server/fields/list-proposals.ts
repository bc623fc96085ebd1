import { type FieldId, fieldIds } from "../../src/fields/governed-fields.ts";
import { fieldLabel, fieldValues } from "../../src/fields/judge-value.ts";
import { factLabels } from "../../src/explain/fact-labels.ts";
import type { Services } from "../context.ts";
import { type Caller, openSettings } from "../settings/open-settings.ts";
import { waitingSpellings } from "../store/field-proposals.ts";
import { taughtSpellings } from "../store/field-spellings.ts";

export type ProposalsAnswer = {
  readonly may: { readonly answer: boolean };
  /** The most frequent first. */
  readonly proposals: readonly {
    readonly field: FieldId;
    readonly fieldLabel: string;
    readonly spelling: string;
    readonly value: string;
    readonly valueLabel: string;
    /** The words of the spelling that suggest it. */
    readonly words: string;
    readonly records: number;
  }[];
  /** What the portal has taught; `null` means nothing. */
  readonly taught: readonly {
    readonly field: FieldId;
    readonly spelling: string;
    readonly value: string | null;
    readonly by: string;
    readonly at: number;
  }[];
  /** What each field may say: value → label. */
  readonly values: Readonly<Record<FieldId, Readonly<Record<string, string>>>>;
};

const most = 200;

/** The spellings that wait for somebody's word, and those that were explained. */
export async function listProposals({ db }: Services, caller: Caller): Promise<ProposalsAnswer> {
  const { playbook, may } = await openSettings(db, caller);
  const waiting = await waitingSpellings(db, caller.portalId, most);
  const taught = await taughtSpellings(db, caller.portalId);
  const values = Object.fromEntries(fieldIds.map((id) => [id, fieldValues(id, playbook)]));
  return {
    may: { answer: may.edit },
    proposals: waiting.map(({ field, text, value, words, records }) => ({
      field,
      fieldLabel: factLabels[field],
      spelling: text,
      value,
      valueLabel: fieldLabel(field, value, playbook),
      words,
      records,
    })),
    taught: taught.map(({ field, spelling, value, userId, at }) => ({
      field,
      spelling,
      value,
      by: userId,
      at,
    })),
    values: values as ProposalsAnswer["values"],
  };
}
