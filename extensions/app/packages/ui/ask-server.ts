import { hubspot } from "@hubspot/ui-extensions";

/** Why there is no answer. `said`: the server refused, in words of its own. */
export type Failure =
  | { readonly kind: "no_origin" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "slow" }
  | {
      readonly kind: "said";
      readonly status: number;
      /** As `forbidden`; null where the server named none. */
      readonly code: string | null;
      readonly title: string;
    }
  | { readonly kind: "status"; readonly status: number };

export type Answered<Body> =
  | { readonly kind: "answered"; readonly body: Body }
  | { readonly kind: "failed"; readonly failure: Failure };

export type Question = {
  /** Where the server is, from the project's profile (`API_ORIGIN`). */
  readonly origin: string | undefined;
  /** With its query, as `/api/card?objectId=7`. */
  readonly path: string;
  /** A question with a body is a POST. It carries an idempotency key: HubSpot repeats it after a 5xx. */
  readonly body?: Readonly<Record<string, unknown>>;
};

// HubSpot's own limit is 15 s; its proxy needs part of that.
const timeout = 10_000;
/** When even HubSpot's page does not come back to us. */
const deadline = 13_000;

/** Asks our server through HubSpot, within 13 s. Never rejects. */
export async function askServer<Body>(
  { origin, path, body }: Question,
  isBody: (answer: unknown) => answer is Body,
): Promise<Answered<Body>> {
  if (!origin) return failed({ kind: "no_origin" });
  const request = body
    ? ({ method: "POST", body, timeout } as const)
    : ({ method: "GET", timeout } as const);
  const response = await within(deadline, () => hubspot.fetch(`${origin}${path}`, request));
  if (response === "late") return failed({ kind: "slow" });
  if (response === null) return failed({ kind: "unreachable" });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && isBody(answer)) return { kind: "answered", body: answer };
  return failed(failureIn(response.status, answer));
}

/** Whether trying again later may help, without anybody changing anything. */
export function isPassing(failure: Failure): boolean {
  if (failure.kind === "no_origin") return false;
  if (failure.kind === "unreachable" || failure.kind === "slow") return true;
  return failure.status >= 500 || failure.status === 429;
}

function failed(failure: Failure): Answered<never> {
  return { kind: "failed", failure };
}

/** The answer, null when there is no connection, or `late`. */
function within(ms: number, ask: () => Promise<Response>): Promise<Response | null | "late"> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve("late"), ms);
    const settle = (answer: Response | null) => {
      clearTimeout(timer);
      resolve(answer);
    };
    ask().then(settle, () => settle(null));
  });
}

/** The server's problems (RFC 9457) say in their title what happened and what to do. */
function failureIn(status: number, answer: unknown): Failure {
  if (status === 504) return { kind: "slow" };
  if (typeof answer !== "object" || answer === null || !("title" in answer))
    return { kind: "status", status };
  if (typeof answer.title !== "string") return { kind: "status", status };
  const type = "type" in answer && typeof answer.type === "string" ? answer.type : "";
  const code = /^urn:medqual:(\w+)$/.exec(type)?.[1] ?? null;
  return { kind: "said", status, code, title: answer.title };
}
