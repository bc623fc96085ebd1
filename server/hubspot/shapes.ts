import { z } from "zod";
import { AppError } from "../errors.ts";
import type { Call } from "./call.ts";

/** HubSpot's answers as far as we read them; unknown fields are ignored. */

/** The specification says string, live portals answer with numbers. */
const idText = z.union([z.string(), z.number()]).transform(String);

/** An odd context must not hide the error it belongs to. */
const context = z.record(z.string(), z.array(z.coerce.string())).optional().catch(undefined);

const errorDetail = z.object({
  message: z.string().optional(),
  code: z.string().optional().catch(undefined),
  category: z.string().optional(),
  context,
  errors: z
    .array(z.object({ message: z.string().optional(), code: z.string().optional(), context }))
    .optional()
    .catch(undefined),
});

export const errorBody = z.object({
  message: z.string().optional(),
  category: z.string().optional(),
  correlationId: z.string().optional(),
  policyName: z.string().optional(),
  /** `error` at the CRM routes, a code such as BAD_REFRESH_TOKEN at the OAuth routes. */
  status: z.string().optional(),
  error: z.string().optional(),
  errors: z.array(errorDetail).optional().catch(undefined),
});
export type ErrorBody = z.infer<typeof errorBody>;

const associated = z.object({ results: z.array(z.object({ id: idText, type: z.string() })) });

export const crmObject = z.object({
  id: idText,
  properties: z.record(z.string(), z.string().nullable()),
  updatedAt: z.iso.datetime({ offset: true }),
  archived: z.boolean().optional(),
  associations: z.record(z.string(), associated).optional(),
});

const paging = z.object({ next: z.object({ after: idText }).optional() }).optional();

export const objectPage = z.object({ results: z.array(crmObject), paging });

export const searchTotal = z.object({ total: z.number().int().nonnegative() });

const errors = z.array(errorDetail).default([]);
export type BatchError = z.infer<typeof errorDetail>;

export const objectBatch = z.object({ results: z.array(crmObject), errors });

export const associationBatch = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: idText }),
      to: z.array(
        z.object({
          toObjectId: idText,
          associationTypes: z.array(z.object({ typeId: z.number(), label: z.string().nullish() })),
        }),
      ),
      paging,
    }),
  ),
  errors,
});

export const accountDetails = z.object({
  portalId: idText,
  timeZone: z.string(),
  utcOffset: z.string().regex(/^[+-]\d\d:\d\d$/),
  accountType: z.string().default("unknown"),
});

export const propertyList = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      description: z.string().default(""),
      groupName: z.string(),
      type: z.string(),
      fieldType: z.string(),
      archived: z.boolean().default(false),
      options: z
        .array(
          z.object({ label: z.string(), value: z.string(), hidden: z.boolean().default(false) }),
        )
        .default([]),
    }),
  ),
});

export const propertyBatch = z.object({ results: z.array(z.object({ name: z.string() })) });

export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
  hub_id: idText,
  user_id: idText.nullish(),
  scopes: z.array(z.string()).default([]),
});

/** The answer in our shape, or an error that says where it differs. It never says what stood there. */
export function parseAnswer<T>(
  { method, path }: Pick<Call, "method" | "path">,
  shape: z.ZodType<T>,
  body: unknown,
): T {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join(".") || "its top";
  throw new AppError(
    "hubspot_unexpected_answer",
    `HubSpot's answer to ${method} ${path} has another shape than documented, at ${where}.`,
    { cause: result.error },
  );
}
