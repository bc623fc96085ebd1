import type { Answered } from "@medqual/ui/ask-server.ts";
import { createSender, type SendState } from "@medqual/ui/create-sender.ts";

type Intent = { readonly kind: string };

function aSender(...answers: Answered<string>[]) {
  const keys: string[] = [];
  const states: SendState<Intent>[] = [];
  const sent: string[] = [];
  const send = createSender<Intent, string>({
    post: async (_intent, key) => {
      keys.push(key);
      return answers.shift() ?? { kind: "answered", body: "done" };
    },
    onState: (state) => states.push(state),
    onSent: (body) => sent.push(body),
  });
  return { send, keys, states, sent };
}

test("what was wanted is being sent, then sent", async () => {
  const { send, states, sent } = aSender();

  await send({ kind: "accept" });

  expect(states.map(({ kind }) => kind)).toEqual(["sending", "sent"]);
  expect(sent).toEqual(["done"]);
});

test("a second press while one is under way does nothing", async () => {
  const { send, keys } = aSender();

  await Promise.all([send({ kind: "accept" }), send({ kind: "accept" })]);

  expect(keys).toHaveLength(1);
});

test("pressed again after no answer came, it is the same request", async () => {
  const { send, keys, states } = aSender({ kind: "failed", failure: { kind: "unreachable" } });

  await send({ kind: "accept" });
  await send({ kind: "accept" });

  expect(new Set(keys).size).toBe(1);
  expect(states.map(({ kind }) => kind)).toEqual(["sending", "failed", "sending", "sent"]);
});

test("pressed again after a refusal, it is a new request", async () => {
  const failure = { kind: "said", status: 403, code: "forbidden", title: "No." } as const;
  const { send, keys } = aSender({ kind: "failed", failure });

  await send({ kind: "accept" });
  await send({ kind: "accept" });

  expect(new Set(keys).size).toBe(2);
});
