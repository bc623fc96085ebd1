import { jest } from "@jest/globals";
import { askServer, type Failure, isPassing } from "@medqual/ui/ask-server.ts";
import { createKeys } from "@medqual/ui/create-keys.ts";
import { failureText } from "@medqual/ui/failure-text.ts";
import { commonTexts } from "@medqual/ui/texts/common.ts";

const origin = "https://app.example";
const isNumbered = (body: unknown): body is { readonly n: number } =>
  typeof body === "object" && body !== null && "n" in body;

/** `hubspot.fetch` calls `self.hsFetch`. */
function serve(answer: () => Response | Promise<Response>) {
  const asked: unknown[] = [];
  const hsFetch = async (url: string, init: object) => {
    asked.push([url, init]);
    return answer();
  };
  Object.assign(globalThis, { self: globalThis, hsFetch });
  return asked;
}

test("a question with a body is a POST", async () => {
  const asked = serve(() => Response.json({ n: 1 }));

  const answered = await askServer({ origin, path: "/api/x", body: { key: "k" } }, isNumbered);

  expect(answered).toEqual({ kind: "answered", body: { n: 1 } });
  expect(asked).toEqual([
    [`${origin}/api/x`, { method: "POST", body: { key: "k" }, timeout: 10_000 }],
  ]);
});

const problem = { type: "urn:medqual:forbidden", title: "Only members may accept." };
const said = { kind: "said", status: 403, code: "forbidden", title: problem.title } as const;
test.each<[string, () => Response, Failure]>([
  ["a refusal in words", () => Response.json(problem, { status: 403 }), said],
  [
    "a failure without words",
    () => new Response("no", { status: 500 }),
    { kind: "status", status: 500 },
  ],
  ["HubSpot's own deadline", () => Response.json({}, { status: 504 }), { kind: "slow" }],
  ["an answer of another kind", () => Response.json({ x: 1 }), { kind: "status", status: 200 }],
  [
    "no connection",
    () => {
      throw new TypeError("failed");
    },
    { kind: "unreachable" },
  ],
])("%s is told apart", async (_, answer, failure) => {
  serve(answer);

  expect(await askServer({ origin, path: "/" }, isNumbered)).toEqual({ kind: "failed", failure });
});

test("without an address nobody is asked", async () => {
  const asked = serve(() => Response.json({ n: 1 }));

  const answered = await askServer({ origin: undefined, path: "/" }, isNumbered);

  expect(answered).toEqual({ kind: "failed", failure: { kind: "no_origin" } });
  expect(asked).toEqual([]);
});

test("a page that never comes back is slow, in the end", async () => {
  jest.useFakeTimers();
  serve(() => new Promise<Response>(() => {}));

  const answered = askServer({ origin, path: "/" }, isNumbered);
  await jest.advanceTimersByTimeAsync(13_000);
  jest.useRealTimers();

  expect(await answered).toEqual({ kind: "failed", failure: { kind: "slow" } });
});

test.each<[Failure, boolean, string]>([
  [{ kind: "no_origin" }, false, commonTexts.en.failure.noOrigin],
  [{ kind: "unreachable" }, true, commonTexts.en.failure.unreachable],
  [{ kind: "slow" }, true, commonTexts.en.failure.slow],
  [said, false, problem.title],
  [{ kind: "status", status: 429 }, true, "The Medqual server answered 429."],
  [{ kind: "status", status: 500 }, true, "The Medqual server answered 500."],
  [{ kind: "status", status: 404 }, false, "The Medqual server answered 404."],
])("%j passes by itself: %s", (failure, passes, text) => {
  expect(isPassing(failure)).toBe(passes);
  expect(failureText(failure, commonTexts.en)).toBe(text);
});

test("an intent keeps its key until it was answered", () => {
  let count = 0;
  const keys = createKeys(() => `key-${++count}`);

  const first = keys.keyOf({ kind: "accept" });
  const other = keys.keyOf({ kind: "return" });
  const again = keys.keyOf({ kind: "accept" });
  keys.answered({ kind: "accept" });
  const later = keys.keyOf({ kind: "accept" });

  expect([first, other, again, later]).toEqual(["key-1", "key-2", "key-1", "key-3"]);
});
