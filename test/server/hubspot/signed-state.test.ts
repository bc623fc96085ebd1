import { signState, verifyState } from "../../../server/hubspot/signed-state.ts";

const secret = "app-secret";
const state = signState({ nonce: "n-1_a", expiresAt: 1000 }, secret);

test("a state we signed gives its nonce back until it expires", () => {
  expect(verifyState(state, secret, 999)).toEqual({ kind: "valid", nonce: "n-1_a" });
  expect(verifyState(state, secret, 1000)).toEqual({ kind: "invalid", reason: "expired" });
});

test.each([
  ["another nonce", state.replace("n-1_a", "n-2_a")],
  ["a later expiry", state.replace(".1000.", ".9000.")],
  ["another signature", `${state.slice(0, -2)}AA`],
  ["a signature cut short", state.slice(0, -2)],
])("%s is a forgery", (_name, forged) => {
  expect(forged).not.toBe(state);
  expect(verifyState(forged, secret, 0)).toEqual({ kind: "invalid", reason: "forged" });
});

test("a state signed with another secret is a forgery", () => {
  expect(verifyState(state, "other", 0)).toEqual({ kind: "invalid", reason: "forged" });
});

test.each(["", "nonsense", "a.b.c", `${state}.more`, `${state}\n`])("%j is no state", (text) => {
  expect(verifyState(text, secret, 0)).toEqual({ kind: "invalid", reason: "malformed" });
});
