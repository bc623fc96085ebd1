import type { ObjectTypeId } from "../portal/object-type.ts";
import type { Problem } from "../portal/problem.ts";

/** Something that could not be imported. */
export type ImportError = {
  readonly errorType: string;
  readonly message: string;
  readonly type: ObjectTypeId;
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly row: readonly string[];
  /** Counted from 0. */
  readonly column?: number | undefined;
  readonly value?: string | undefined;
};

const typesByCode: Readonly<Record<string, string>> = {
  INVALID_EMAIL: "INVALID_EMAIL",
  INVALID_OPTION: "INVALID_ENUMERATION_OPTION",
  INVALID_INTEGER: "COULD_NOT_PARSE_NUMBER",
  INVALID_DATE: "COULD_NOT_PARSE_DATE",
  INVALID_LONG: "COULD_NOT_PARSE_DATE",
  INVALID_OWNER_ID: "COULD_NOT_FIND_OWNER",
  INVALID_ALPHA: "INVALID_CUSTOM_PROPERTY_VALIDATION",
  PROPERTY_VALIDATION_RULE: "INVALID_CUSTOM_PROPERTY_VALIDATION",
  PROPERTY_DOESNT_EXIST: "PROPERTY_DEFINITION_NOT_FOUND",
  CONFLICTING_UNIQUE_VALUE: "DUPLICATE_UNIQUE_PROPERTY_VALUE",
  MISSING_REQUIRED_PROPERTY: "MISSING_REQUIRED_PROPERTY",
};

/** The properties a write was refused for, with what an import calls each reason. */
export function refusedProperties(
  problem: Problem,
): readonly { readonly name: string; readonly errorType: string; readonly message: string }[] {
  const details = problem.body["errors"];
  if (!Array.isArray(details)) return [];
  return details.flatMap(
    (detail: {
      readonly message: string;
      readonly code?: string;
      readonly context?: Readonly<Record<string, readonly string[]>>;
    }) => {
      const [name] = detail.context?.["propertyName"] ?? [];
      const errorType = typesByCode[detail.code ?? ""] ?? "FAILED_VALIDATION";
      return name === undefined ? [] : [{ name, errorType, message: detail.message }];
    },
  );
}
