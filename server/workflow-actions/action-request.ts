import { z } from "zod";

/** What HubSpot sends when a workflow or an agent runs one of our actions; other fields are left alone. */
export const actionRequest = z.object({
  callbackId: z.string().min(1).max(200),
  origin: z.object({ portalId: z.coerce.string().regex(/^\d+$/) }),
  context: z.object({ source: z.string().default("WORKFLOWS") }).default({ source: "WORKFLOWS" }),
  object: z.object({
    objectId: z.coerce.string().regex(/^\d{1,20}$/),
    objectType: z.enum(["CONTACT", "DEAL"]),
  }),
});

export type ActionRequest = z.infer<typeof actionRequest>;
