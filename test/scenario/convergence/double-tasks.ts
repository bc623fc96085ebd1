import type { HubSpotPerson } from "../person.ts";
import type { Difference } from "./differences.ts";
import { groupBy } from "./group-by.ts";

/** Tasks of one reference: HubSpot can't be asked to create only once, so the server has to look. */
export async function doubleTasks(person: HubSpotPerson): Promise<readonly Difference[]> {
  const tasks = await person.all("tasks", { properties: ["hs_task_body"] });
  const references = tasks.map(({ id, properties }) => ({
    id,
    reference: /Medqual reference: ([^\s<]+)/.exec(properties["hs_task_body"] ?? "")?.[1] ?? id,
  }));
  return [...groupBy(references, ({ reference }) => reference)].flatMap(([reference, same]) =>
    same.length < 2
      ? []
      : [
          {
            record: `tasks ${reference}`,
            what: `was created as ${same.map(({ id }) => id).join(", ")}`,
          },
        ],
  );
}
