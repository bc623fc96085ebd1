import { z } from "zod";

const option = z.strictObject({
  label: z.string().min(1),
  value: z.string().min(1),
  displayOrder: z.number().int().default(-1),
  hidden: z.boolean().default(false),
  description: z.string().optional(),
});

const options = z.array(option).transform((list) =>
  list.map(({ description, ...rest }) => ({
    ...rest,
    ...(description === undefined ? {} : { description }),
  })),
);

const changeable = {
  label: z.string().min(1),
  type: z.enum(["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"]),
  fieldType: z.string(),
  groupName: z.string(),
};

const optional = {
  description: z.string().optional(),
  options: options.optional(),
  displayOrder: z.number().int().optional(),
  hidden: z.boolean().optional(),
  formField: z.boolean().optional(),
  numberDisplayHint: z
    .enum(["currency", "duration", "formatted", "percentage", "probability", "unformatted"])
    .optional(),
  textDisplayHint: z
    .enum([
      "domain_name",
      "email",
      "ip_address",
      "multi_line",
      "phone_number",
      "physical_address",
      "postal_code",
      "unformatted_single_line",
    ])
    .optional(),
  showCurrencySymbol: z.boolean().optional(),
};

export const propertyBody = z.strictObject({
  name: z.string(),
  ...changeable,
  ...optional,
  hasUniqueValue: z.boolean().optional(),
  dataSensitivity: z.enum(["non_sensitive", "sensitive", "highly_sensitive"]).optional(),
  externalOptions: z.boolean().optional(),
  referencedObjectType: z.literal("OWNER").optional(),
});

export const patchBody = z.strictObject({ ...z.object(changeable).partial().shape, ...optional });

export const namesBody = z.strictObject({
  inputs: z.array(z.strictObject({ name: z.string() })),
  archived: z.boolean().default(false),
});
