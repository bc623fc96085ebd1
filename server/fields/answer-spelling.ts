import { spellingKey } from "../../src/facts/normalize-one.ts";
import { fieldValues } from "../../src/fields/judge-value.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { askOnce } from "../settings/ask-once.ts";
import { type Caller, demand, openSettings } from "../settings/open-settings.ts";
import { forgetProposals, recordsWithSpelling } from "../store/field-proposals.ts";
import { teachSpelling } from "../store/field-spellings.ts";
import type { Trx } from "../store/open.ts";
import { touch } from "../store/pending.ts";
import { readPeople } from "../store/records.ts";
import type { SpellingAnswer } from "./field-requests.ts";

export type Answered = {
  /** Records that are decided again with it. */
  readonly records: number;
};

/**
 * Takes somebody's word for what a spelling means, or that it means nothing. It holds for every record
 * that has the spelling, now and later; those known are decided again in the bulk lane.
 */
export async function answerSpelling(
  services: Services,
  caller: Caller,
  asked: SpellingAnswer,
): Promise<Answered> {
  const answered = await askOnce(services, caller, asked, (trx, at) =>
    answer(trx, caller, { asked, at }),
  );
  await services.bell.ring(caller.portalId, "bulk");
  return answered;
}

async function answer(
  trx: Trx,
  caller: Caller,
  work: { readonly asked: SpellingAnswer; readonly at: number },
): Promise<Answered> {
  const { asked, at } = work;
  const { field, spelling, means } = asked;
  const { portalId, userId } = caller;
  const { playbook, may } = await openSettings(trx, caller);
  demand(may.edit, "Only approvers and admins may say what a spelling means.");
  if (means !== null && !Object.hasOwn(fieldValues(field, playbook), means))
    throw new AppError("bad_request", `“${means}” is not a value of this field.`);
  const key = spellingKey(spelling);
  if (key === "") throw new AppError("bad_request", "The spelling has neither letters nor digits.");
  await teachSpelling(trx, portalId, { field, key, spelling, value: means, userId, at });
  const records = await recordsWithSpelling(trx, portalId, { field, key });
  await forgetProposals(trx, portalId, { field, key });
  if (means === null) return { records: 0 };
  const contacts = await contactsBehind(trx, portalId, records);
  const touches = contacts.map((objectId) => ({
    objectType: "contacts" as const,
    objectId,
    step: "assess" as const,
    cause: "a spelling was explained",
  }));
  await touch(trx, portalId, { touches, lane: "bulk", now: at });
  return { records: records.length };
}

/** The contacts themselves, and those of the companies. */
async function contactsBehind(
  trx: Trx,
  portalId: string,
  records: Awaited<ReturnType<typeof recordsWithSpelling>>,
): Promise<readonly string[]> {
  const idsOf = (type: string) =>
    records.filter(({ object_type }) => object_type === type).map(({ object_id }) => object_id);
  const people = await readPeople(trx, portalId, idsOf("companies"));
  const colleagues = [...people.values()].flat().map(({ object_id }) => object_id);
  return [...new Set([...idsOf("contacts"), ...colleagues])];
}
