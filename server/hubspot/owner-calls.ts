import { z } from "zod";
import type { Ask } from "./ask.ts";
import { apiVersion } from "./client.ts";
import type { Lane } from "./crm.ts";

/** Somebody who can own records: `id` stands on records, `userId` is who signs in. */
export type Owner = {
  readonly id: string;
  readonly userId: string | null;
  /** False for those who have left. */
  readonly active: boolean;
};

export type OwnerCalls = {
  readonly owners: (lane: Lane) => Promise<readonly Owner[]>;
  /** Ids of the portal's lifecycle stages in their order, its own among them. */
  readonly lifecycleStages: (lane: Lane) => Promise<readonly string[]>;
};

const idText = z.union([z.string(), z.number()]).transform(String);
const ownerPage = z.object({
  results: z.array(
    z.object({ id: idText, userId: idText.nullish(), userIdIncludingInactive: idText.nullish() }),
  ),
  paging: z
    .object({ next: z.object({ after: idText }).optional() })
    .optional()
    .transform((pages) => pages?.next?.after ?? null),
});
const stageProperty = z.object({
  options: z.array(z.object({ value: z.string(), displayOrder: z.number().default(0) })),
});

/** Who works in the portal, and which stages its contacts go through. */
export function ownerCalls(ask: Ask): OwnerCalls {
  async function listed(archived: boolean, lane: Lane): Promise<readonly Owner[]> {
    const owners: Owner[] = [];
    let after: string | null = null;
    do {
      const query = { limit: "500", archived: String(archived), ...(after !== null && { after }) };
      const call = { method: "GET", path: `/crm/owners/${apiVersion}`, query, lane } as const;
      const page: z.infer<typeof ownerPage> = await ask(call, ownerPage);
      for (const { id, userId, userIdIncludingInactive } of page.results)
        owners.push({ id, userId: userId ?? userIdIncludingInactive ?? null, active: !archived });
      after = page.paging;
    } while (after !== null);
    return owners;
  }

  return {
    owners: async (lane) => {
      const present = await listed(false, lane);
      const ids = new Set(present.map(({ id }) => id));
      // Somebody who left between the two calls is among those who left.
      const left = await listed(true, lane);
      return [...present, ...left.filter(({ id }) => !ids.has(id))];
    },
    lifecycleStages: async (lane) => {
      const path = `/crm/properties/${apiVersion}/contacts/lifecyclestage`;
      const { options } = await ask({ method: "GET", path, lane }, stageProperty);
      return options.toSorted((a, b) => a.displayOrder - b.displayOrder).map(({ value }) => value);
    },
  };
}
