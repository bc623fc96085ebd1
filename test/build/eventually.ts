import { setTimeout as sleep } from "node:timers/promises";

/** Asks until the answer satisfies; after the deadline fails with the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  deadlineMs = 20_000,
): Promise<T> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > until)
      throw new Error(`Not so within ${deadlineMs} ms. Last answer: ${JSON.stringify(answer)}`);
    await sleep(100);
  }
}
