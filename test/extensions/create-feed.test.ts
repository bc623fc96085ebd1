import type { Answered } from "@medqual/ui/ask-server.ts";
import { createFeed, type FeedState } from "@medqual/ui/create-feed.ts";

type Body = { readonly version: number; readonly open: boolean };

const answer = (version: number, open = false): Answered<Body> => {
  return { kind: "answered", body: { version, open } };
};
const failed = (status: number): Answered<Body> => {
  return { kind: "failed", failure: { kind: "status", status } };
};

/** A feed on a clock of its own; `tick` runs what is due next. */
function open(...answers: Answered<Body>[]) {
  let now = 0;
  let asked = 0;
  let due: { readonly run: () => void; readonly at: number } | null = null;
  const states: FeedState<Body>[] = [];
  const feed = createFeed<Body>({
    load: async () => {
      asked += 1;
      return answers.shift() ?? answer(0);
    },
    onState: (state) => states.push(state),
    versionOf: ({ version }) => version,
    isOpen: (body) => body.open,
    now: () => now,
    schedule: (run, afterMs) => {
      due = { run, at: now + afterMs };
      return () => (due = null);
    },
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    feed,
    settle,
    shown: () => states.at(-1),
    asked: () => asked,
    waits: () => (due === null ? null : due.at - now),
    tick: async () => {
      if (due === null) throw new Error("Nothing is due.");
      const { run, at } = due;
      now = at;
      due = null;
      run();
      await settle();
    },
  };
}

test("asks once where nothing is left to do", async () => {
  const { feed, settle, shown, waits } = open(answer(1));

  feed.reload();
  await settle();

  expect(shown()).toEqual({ answer: { version: 1, open: false }, failure: null, isAsking: false });
  expect(waits()).toBeNull();
});

test("asks again while the server has work left", async () => {
  const { feed, settle, shown, waits, tick } = open(answer(1, true), answer(2));

  feed.reload();
  await settle();
  expect(waits()).toBe(1500);
  await tick();

  expect(shown()?.answer).toEqual({ version: 2, open: false });
  expect(waits()).toBeNull();
});

test("after a change it asks until a newer answer is there", async () => {
  const { feed, settle, tick, waits, asked } = open(answer(1), answer(1), answer(1), answer(2));
  feed.reload();
  await settle();

  feed.follow();
  await settle();
  await tick();
  await tick();

  expect(asked()).toBe(4);
  expect(waits()).toBeNull();
});

test("it stops to follow after 12 seconds", async () => {
  const { feed, settle, tick, waits, asked } = open();
  feed.follow();
  await settle();

  while (waits() !== null) await tick();

  expect(asked()).toBeLessThan(12);
});

test("a failure that may pass keeps the former answer and is tried again", async () => {
  const { feed, settle, shown, waits } = open(answer(1), failed(503));
  feed.reload();
  await settle();

  feed.reload();
  await settle();

  expect(shown()).toEqual({
    answer: { version: 1, open: false },
    failure: { kind: "status", status: 503 },
    isAsking: false,
  });
  expect(waits()).toBe(1500);
});

test("a failure that stays is not tried again", async () => {
  const { feed, settle, waits } = open(failed(404));

  feed.reload();
  await settle();

  expect(waits()).toBeNull();
});

test("a server that stays away is asked ever more slowly, at most every 30 seconds", async () => {
  const { feed, settle, tick, waits } = open(...Array.from({ length: 40 }, () => failed(503)));
  feed.reload();
  await settle();
  for (let i = 0; i < 30; i++) await tick();

  expect(waits()).toBe(30_000);
});

test("once closed it shows nothing more", async () => {
  const { feed, settle, shown, waits } = open(answer(1, true));

  feed.reload();
  feed.close();
  await settle();

  expect(shown()?.answer).toBeNull();
  expect(waits()).toBeNull();
});
