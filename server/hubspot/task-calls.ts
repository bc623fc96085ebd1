import { z } from "zod";
import type { Ask } from "./ask.ts";
import { apiVersion } from "./client.ts";
import type { Lane, UpdateResult } from "./crm.ts";
import { recordOf } from "./crm-records.ts";
import { readAssociations } from "./read-associations.ts";
import { objectBatch } from "./shapes.ts";
import { updateRecords } from "./update-records.ts";

/** A task as it is to be shown. What is left out stays as it is. */
export type TaskContent = {
  readonly subject?: string;
  /** Lines of plain text. */
  readonly body?: string;
  /** Epoch milliseconds. */
  readonly dueAt?: number;
  /** `null`: nobody's. */
  readonly ownerId?: string | null;
  readonly isDone?: boolean;
};

export type NewTask = {
  /** Marks the task, so that it is found again when its creation was not answered. */
  readonly key: string;
  readonly contactId: string;
  readonly content: TaskContent;
};

export type TaskCalls = {
  /** At most 100. `created`: ids by key. */
  readonly createTasks: (
    tasks: readonly NewTask[],
    lane: Lane,
  ) => Promise<{
    readonly created: ReadonlyMap<string, string>;
    readonly refused: readonly { readonly key: string; readonly message: string }[];
  }>;
  /** Ids by key of the marked tasks of these contacts, at most 1,000. */
  readonly markedTasks: (
    contactIds: readonly string[],
    lane: Lane,
  ) => Promise<ReadonlyMap<string, string>>;
  /** At most 100. */
  readonly updateTasks: (
    tasks: readonly {
      readonly id: string;
      readonly key: string;
      readonly content: TaskContent;
    }[],
    lane: Lane,
  ) => Promise<UpdateResult>;
  /** At most 100. A task that is gone already is no error. */
  readonly deleteTasks: (ids: readonly string[], lane: Lane) => Promise<void>;
};

/** HubSpot's own association of a task with a contact. */
const taskToContact = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 204 };
const marker = "Medqual reference: ";
const marked = /Medqual reference: ([\w:]+)/;

/** Tasks, told apart by a mark at the end of their text: HubSpot takes no key of ours for them. */
export function taskCalls(ask: Ask): TaskCalls {
  const root = `/crm/objects/${apiVersion}/tasks`;
  const post = (path: string, json: unknown, lane: Lane) =>
    ask({ method: "POST", path: `${root}/batch/${path}`, json, lane }, objectBatch);

  return {
    createTasks: async (tasks, lane) => {
      const created = new Map<string, string>();
      const byKey = new Map(tasks.map((task) => [task.key, task]));
      const updates = tasks.map(({ key, content }) => {
        return { id: key, properties: propertiesOf(key, { ...content, isDone: false }) };
      });
      const result = await updateRecords(updates, async (batch) => {
        const inputs = batch.map(({ id: key, properties }) => ({
          properties,
          associations: [{ to: { id: byKey.get(key)?.contactId ?? "" }, types: [taskToContact] }],
          objectWriteTraceId: key,
        }));
        const { results, errors } = await post("create", { inputs }, lane);
        const records = results.map(recordOf).map((record) => {
          const key = keyIn(record.properties["hs_task_body"]);
          if (key !== null) created.set(key, record.id);
          return { ...record, id: key ?? record.id };
        });
        return { records, errors };
      });
      const refused = [
        ...result.refused.map(({ id: key, message }) => ({ key, message })),
        ...result.gone.map((key) => ({ key, message: "HubSpot left the task out of its answer." })),
      ];
      return { created, refused };
    },
    markedTasks: async (contactIds, lane) => {
      const path = `/crm/associations/${apiVersion}/contacts/tasks/batch/read`;
      const found = await readAssociations(contactIds, async (inputs, shape) => {
        const call = { method: "POST", path, json: { inputs }, lane } as const;
        return (await ask({ ...call, bucket: "associations" }, shape)).results;
      });
      const ids = [...new Set([...found.values()].flat().map(({ toId }) => toId))];
      const tasks = new Map<string, string>();
      for (let i = 0; i < ids.length; i += 100) {
        const inputs = ids.slice(i, i + 100).map((id) => ({ id }));
        const json = { properties: ["hs_task_body"], propertiesWithHistory: [], inputs };
        for (const { id, properties } of (await post("read", json, lane)).results) {
          const key = keyIn(properties["hs_task_body"]);
          if (key !== null) tasks.set(key, id);
        }
      }
      return tasks;
    },
    updateTasks: (tasks, lane) =>
      updateRecords(
        tasks.map(({ id, key, content }) => ({ id, properties: propertiesOf(key, content) })),
        async (batch) => {
          const inputs = batch.map((each) => ({ ...each, objectWriteTraceId: each.id }));
          const { results, errors } = await post("update", { inputs }, lane);
          return { records: results.map(recordOf), errors };
        },
      ),
    deleteTasks: async (ids, lane) => {
      if (ids.length === 0) return;
      const json = { inputs: ids.map((id) => ({ id })) };
      await ask({ method: "POST", path: `${root}/batch/archive`, json, lane }, z.unknown());
    },
  };
}

function propertiesOf(key: string, { subject, body, dueAt, ownerId, isDone }: TaskContent) {
  return {
    ...(subject !== undefined && { hs_task_subject: subject }),
    ...(body !== undefined && { hs_task_body: htmlOf(`${body}\n\n${marker}${key}`) }),
    ...(dueAt !== undefined && { hs_timestamp: new Date(dueAt).toISOString() }),
    ...(ownerId !== undefined && { hubspot_owner_id: ownerId ?? "" }),
    ...(isDone !== undefined && { hs_task_status: isDone ? "COMPLETED" : "NOT_STARTED" }),
  };
}

/** HubSpot shows the text of a task as HTML. */
function htmlOf(text: string): string {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  return text
    .replaceAll(/[&<>]/g, (sign) => entities[sign as keyof typeof entities])
    .replaceAll("\n", "<br>");
}

function keyIn(body: string | null | undefined): string | null {
  return marked.exec(body ?? "")?.[1] ?? null;
}
