import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { createSeal } from "../../../server/hubspot/seal.ts";

const key = randomBytes(32);

test("law: what was sealed opens to the same text", () => {
  const { seal, open } = createSeal(key.toString("base64"));

  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(open(seal(text))).toBe(text);
    }),
  );
});

test("base64 and hex are the same key", () => {
  const sealed = createSeal(key.toString("base64")).seal("token");

  expect(createSeal(key.toString("hex")).open(sealed)).toBe("token");
});

test("the same text is sealed differently each time, and is not to be read", () => {
  const { seal } = createSeal(key.toString("base64"));

  const [first, second] = [seal("na1-secret"), seal("na1-secret")];

  expect(first).not.toBe(second);
  expect(first).not.toContain("secret");
});

test("law: a sealed text that was changed anywhere does not open", () => {
  const { seal, open } = createSeal(key.toString("base64"));
  const sealed = Buffer.from(seal("na1-secret").slice(9), "base64url");
  const prefix = seal("x").slice(0, 9);
  const change = fc.tuple(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }));

  fc.assert(
    fc.property(change, ([at, by]) => {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ by, at);
      const text = prefix + changed.toString("base64url");
      expect(() => open(text)).toThrow(/damaged/);
    }),
  );
});

test.each(["", "nonsense", "0011223x.abcd"])("%j was never sealed", (text) => {
  expect(() => createSeal(key.toString("base64")).open(text)).toThrow(/damaged/);
});

test("a sealed text that was cut off does not open", () => {
  const { seal, open } = createSeal(key.toString("base64"));
  const sealed = seal("na1-secret");

  for (const length of [9, 20, 40]) expect(() => open(sealed.slice(0, length))).toThrow(/damaged/);
});

test("another key is named, not guessed", () => {
  const sealed = createSeal(key.toString("base64")).seal("token");
  const other = createSeal(randomBytes(32).toString("base64"));

  expect(() => other.open(sealed)).toThrow(/sealed with the key [0-9a-f]{8}/);
});

test.each(["", "short", randomBytes(16).toString("hex"), randomBytes(33).toString("base64")])(
  "%j is no key",
  (text) => {
    expect(() => createSeal(text)).toThrow(/32 bytes in base64 or hex/);
  },
);
