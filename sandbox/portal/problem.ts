/** One entry of the `errors` list of HubSpot's error envelope. */
export type ErrorDetail = {
  readonly message: string;
  readonly code?: string;
  readonly in?: string;
  readonly subCategory?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
};

export type ProblemBody = {
  readonly message: string;
  readonly [field: string]: unknown;
};

/** A request HubSpot would refuse: its status and the body without `status` and `correlationId`. */
export class Problem extends Error {
  readonly status: number;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }

  static validation(message: string, more: Readonly<Record<string, unknown>> = {}): Problem {
    return new Problem(400, { message, ...more, category: "VALIDATION_ERROR" });
  }

  static conflict(message: string): Problem {
    return new Problem(409, { message, category: "CONFLICT" });
  }

  /** A property value another record of the type already has. */
  static valueTaken(name: string, value: string, id: string): Problem {
    return Problem.validation(`Property values were not valid`, {
      errors: [
        {
          message: `${id} already has that value.`,
          code: "CONFLICTING_UNIQUE_VALUE",
          context: { propertyName: [name], propertyValue: [value], conflictingObjectId: [id] },
        },
      ] satisfies readonly ErrorDetail[],
    });
  }

  static requiredMissing(type: string, names: readonly string[]): Problem {
    return Problem.validation(
      `Error creating ${type.toUpperCase()}. Some required properties were not set.`,
      { context: { properties: names } },
    );
  }

  static recordNotFound(id: string): Problem {
    if (/^\d+$/.test(id)) return new Problem(404, { message: "resource not found" });
    return new Problem(404, {
      message: "Object not found.  objectId are usually numeric.",
      category: "OBJECT_NOT_FOUND",
    });
  }

  static notFound(message: string): Problem {
    return new Problem(404, { message, category: "OBJECT_NOT_FOUND" });
  }

  static duplicateIds(ids: readonly string[]): Problem {
    return Problem.validation(
      `Duplicate IDs found in batch input: [${ids.join(", ")}]. IDs must be unique`,
      { context: { ids } },
    );
  }

  static unauthenticated(): Problem {
    return new Problem(401, {
      message:
        "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
      category: "INVALID_AUTHENTICATION",
    });
  }

  static expired(expiredAt: number, now: number): Problem {
    const seconds = Math.floor((now - expiredAt) / 1_000);
    return new Problem(401, {
      message: `The OAuth token used to make this call expired ${seconds} second(s) ago.`,
      category: "EXPIRED_AUTHENTICATION",
      context: { "expire time": [new Date(expiredAt).toISOString()] },
    });
  }

  static missingScopes(scopes: readonly string[]): Problem {
    return new Problem(403, {
      message:
        "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
      errors: [
        {
          message: "One or more of the following scopes are required.",
          context: { requiredGranularScopes: scopes },
        },
      ] satisfies readonly ErrorDetail[],
      links: { scopes: "https://developers.hubspot.com/scopes" },
      category: "MISSING_SCOPES",
    });
  }

  /** Something HubSpot may well do and the sandbox does not: never answered with a guess. */
  static unsupported(message: string): Problem {
    return new Problem(501, { message, category: "SANDBOX_UNSUPPORTED" });
  }
}
