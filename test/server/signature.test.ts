import { createHmac } from "node:crypto";
import { Signature } from "@hubspot/api-client";
import fc from "fast-check";
import { verifySignature } from "../../server/http/signature.ts";

const secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
const now = 1_790_000_001_000;
const body =
  '[{"eventId":1,"subscriptionId":12345,"portalId":62515,"occurredAt":1564113600000,' +
  '"subscriptionType":"contact.creation","attemptNumber":0,"objectId":123,"changeSource":"CRM",' +
  '"changeFlag":"NEW","appId":54321}]';

type Verified = Parameters<typeof verifySignature>[0];

/** A request signed as HubSpot signs: over the URI that `signedUrl` names. */
function requestTo(url: string, more: Partial<Verified> & { signedUrl?: string } = {}): Verified {
  const { signedUrl = url, ...changed } = more;
  const method = changed.method ?? "POST";
  const timestamp = changed.timestamp ?? String(now);
  const rawBody = changed.rawBody ?? body;
  const signature = createHmac("sha256", secret)
    .update(`${method}${signedUrl}${rawBody}${timestamp}`)
    .digest("base64");
  return { secrets: [secret], method, url, rawBody, signature, timestamp, now, ...changed };
}

const webhook = "https://example.com/api/hubspot/webhooks";

test("the known signature of a known request is valid", () => {
  const signature = "/hCTOAAhoE2k6+R4bYqj2m6Qm/AuJKHWy+UAUby7x+o=";

  expect(verifySignature(requestTo(webhook, { signature }))).toEqual({ kind: "valid" });
});

test.each([
  ["the method", { method: "PUT" }],
  ["the address", { url: `${webhook}?a=1` }],
  ["the body", { rawBody: `${body} ` }],
  ["the time", { timestamp: String(now - 1) }],
  ["the secret", { secrets: ["other"] }],
  ["the signature", { signature: "AAAA" }],
] as const)("a request whose signature does not fit %s is refused", (_part, change) => {
  const result = verifySignature({ ...requestTo(webhook), ...change });

  expect(result).toEqual({ kind: "invalid", reason: "the signature does not match" });
});

test("without a secret nothing is valid", () => {
  expect(verifySignature(requestTo(webhook, { secrets: [] })).kind).toBe("invalid");
});

test("while a secret is being replaced, the former one still counts", () => {
  const result = verifySignature(requestTo(webhook, { secrets: ["new", secret] }));

  expect(result).toEqual({ kind: "valid" });
});

test.each([
  ["signature", { signature: undefined }],
  ["timestamp", { timestamp: undefined }],
  ["signature", { signature: "" }],
])("a missing %s is told", (_header, change) => {
  const result = verifySignature({ ...requestTo(webhook), ...change });

  expect(result).toEqual({ kind: "invalid", reason: expect.stringContaining("missing") });
});

test.each(["1790000001", "17900000010000", "NaN", "1790000001000 ", "-179000000100", "1e13"])(
  "%j is not a time in milliseconds",
  (timestamp) => {
    const result = verifySignature(requestTo(webhook, { timestamp }));

    expect(result).toEqual({ kind: "invalid", reason: "the timestamp is not in milliseconds" });
  },
);

test.each([
  [-300_000, "valid"],
  [300_000, "valid"],
  [-300_001, "invalid"],
  [300_001, "invalid"],
])("a request signed %d ms from now is %s", (distance, kind) => {
  const result = verifySignature(requestTo(webhook, { timestamp: String(now + distance) }));

  expect(result.kind).toBe(kind);
});

const decoded: readonly (readonly [string, string])[] = [
  ["%3A", ":"],
  ["%2F", "/"],
  ["%3F", "?"],
  ["%40", "@"],
  ["%21", "!"],
  ["%24", "$"],
  ["%27", "'"],
  ["%28", "("],
  ["%29", ")"],
  ["%2A", "*"],
  ["%2C", ","],
  ["%3B", ";"],
];

test.each(decoded)("%s is signed as %s", (escape, character) => {
  const url = `${webhook}?email=a${escape}b`;
  const signedUrl = `${webhook}?email=a${character}b`;

  expect(verifySignature(requestTo(url, { signedUrl }))).toEqual({ kind: "valid" });
});

test.each(["%20", "%26", "%3D", "%2B", "%23", "%25", "%22", "%C3%A9"])(
  "%s is signed as it is",
  (escape) => {
    const url = `${webhook}?q=a${escape}b`;
    const signedUrl = `${webhook}?q=a${decodeURIComponent(escape)}b`;

    expect(verifySignature(requestTo(url))).toEqual({ kind: "valid" });
    expect(verifySignature(requestTo(url, { signedUrl })).kind).toBe("invalid");
  },
);

test("decoding happens once: an escaped escape stays escaped", () => {
  const url = `${webhook}?q=%2540`;

  expect(verifySignature(requestTo(url, { signedUrl: `${webhook}?q=%40` })).kind).toBe("invalid");
});

test("a caller that signs the address undecoded is understood too", () => {
  expect(verifySignature(requestTo(`${webhook}?email=a%40b`))).toEqual({ kind: "valid" });
});

test("characters beyond ASCII are signed as UTF-8", () => {
  expect(verifySignature(requestTo(webhook, { rawBody: '{"name":"Zoë 🩺"}' }))).toEqual({
    kind: "valid",
  });
});

test("law: where HubSpot's own helper applies, both agree", () => {
  const at = Date.now(); // the helper knows no other clock
  const requests = fc.record({
    method: fc.constantFrom("GET", "POST", "PATCH"),
    url: fc.webUrl({ withQueryParameters: true }).filter((url) => !url.includes("%")),
    rawBody: fc.string({ unit: "grapheme" }),
    ageMs: fc.integer({ min: 0, max: 200_000 }),
    spoil: fc.constantFrom("nothing", "body", "url", "secret", "time"),
  });

  fc.assert(
    fc.property(requests, ({ method, url, rawBody, ageMs, spoil }) => {
      const timestamp = at - ageMs;
      const signature = createHmac("sha256", spoil === "secret" ? "other" : secret)
        .update(
          [
            method,
            spoil === "url" ? `${url}x` : url,
            spoil === "body" ? `${rawBody}x` : rawBody,
            spoil === "time" ? timestamp - 1 : timestamp,
          ].join(""),
        )
        .digest("base64");

      const ours = verifySignature({
        secrets: [secret],
        method,
        url,
        rawBody,
        signature,
        timestamp: String(timestamp),
        now: at,
      });

      const theirs = Signature.isValid({
        clientSecret: secret,
        method,
        url,
        requestBody: rawBody,
        signature,
        timestamp,
        signatureVersion: "v3",
      });
      expect(ours.kind === "valid").toBe(theirs);
      expect(theirs).toBe(spoil === "nothing");
    }),
  );
});
