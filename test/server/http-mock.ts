import nock from "nock";

export const apiBase = "https://api.hubapi.com";

const unexpected: string[] = [];
const note = (request: { readonly method?: string; readonly path?: string }) =>
  unexpected.push(`${request.method ?? "?"} ${request.path ?? "?"}`);

/**
 * HubSpot as nock sees it. A test fails for a request that no mock expects, even where the code under
 * test swallows it, and for a mock that no request used. Nothing leaves this machine.
 */
export function mockHubSpot(): nock.Scope {
  return nock(apiBase);
}

/** HubSpot's error envelope, as far as we read it. */
export function hubspotError(more: Readonly<Record<string, unknown>>) {
  return { status: "error", message: "Something is wrong", correlationId: "c-1", ...more };
}

beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost)(:\d+)?$/);
  nock.emitter.on("no match", note);
});

afterEach(() => {
  const unused = nock.pendingMocks();
  const unmatched = unexpected.splice(0);
  nock.abortPendingRequests();
  nock.cleanAll();
  const complaints = [
    unmatched.length > 0 && `No mock expected: ${unmatched.join(", ")}`,
    unused.length > 0 && `Mocks never used: ${unused.join(", ")}`,
  ].filter(Boolean);
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
});

afterAll(() => {
  nock.emitter.off("no match", note);
  nock.enableNetConnect();
  nock.restore();
});
