import { openTestStore } from "../../build/store.ts";
import { createTokens, type Grant } from "../../../server/connect/tokens.ts";
import { AppError } from "../../../server/errors.ts";
import type { Store } from "../../../server/store/open.ts";
import { connectPortal, findPortal, setPortal } from "../../../server/store/portals.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.deleteFrom("portals").execute();
  await store.db.deleteFrom("leases").execute();
});

const seal = (text: string) => `sealed ${text}`;
const open = (sealed: string) => sealed.replace("sealed ", "");

async function connectedUntil(expiresAt: number): Promise<void> {
  const connection = {
    portal_id: "1",
    access_token: seal("first"),
    access_expires_at: expiresAt,
    refresh_token: seal("refresh"),
    scopes: [],
    time_zone: "UTC",
    utc_offset_minutes: 0,
    installed_by: null,
  };
  await store.db
    .transaction()
    .execute((trx) => connectPortal(trx, connection, { now: 0, offersFrom: null }));
  await setPortal(store.db, "1", { state: "connected" });
}

function tokensWith(refresh: (refreshToken: string) => Promise<Grant>) {
  return createTokens({ db: store.db, now: () => 0, holder: "test", seal, open, refresh });
}
const grant = (accessToken: string): Grant => ({
  accessToken,
  refreshToken: "refresh 2",
  expiresInSeconds: 1800,
});

test("a token that is valid for long enough is used as it is", async () => {
  await connectedUntil(3_600_000);
  const tokens = tokensWith(() => Promise.reject(new Error("no refresh is due")));

  expect(await tokens.accessToken("1")).toBe("first");
});

test("many calls at once refresh once, and everybody gets the new token", async () => {
  await connectedUntil(0);
  let refreshes = 0;
  const tokens = tokensWith(async (refreshToken) => {
    expect(refreshToken).toBe("refresh");
    refreshes++;
    return grant("second");
  });

  const got = await Promise.all(Array.from({ length: 10 }, () => tokens.accessToken("1")));

  expect(new Set(got)).toEqual(new Set(["second"]));
  expect(refreshes).toBe(1);
  expect((await findPortal(store.db, "1"))?.refresh_token).toBe("sealed refresh 2");
});

test("a token HubSpot refused is replaced before its time", async () => {
  await connectedUntil(3_600_000);
  const tokens = tokensWith(async () => grant("second"));

  expect(await tokens.renew("1", "first")).toBe("second");
  expect(await tokens.renew("1", "first")).toBe("second");
});

test("a revoked installation disconnects the portal", async () => {
  await connectedUntil(0);
  const revoked = new AppError("portal_disconnected", "revoked");
  const tokens = tokensWith(() => Promise.reject(revoked));

  await expect(tokens.accessToken("1")).rejects.toBe(revoked);
  expect((await findPortal(store.db, "1"))?.state).toBe("disconnected");
});

test("a passing fault leaves the portal connected and frees the next try", async () => {
  await connectedUntil(0);
  const fault = new AppError("hubspot_unavailable", "down", { retry: "now" });
  let tries = 0;
  const tokens = tokensWith(() =>
    tries++ === 0 ? Promise.reject(fault) : Promise.resolve(grant("b")),
  );

  await expect(tokens.accessToken("1")).rejects.toBe(fault);
  expect(await tokens.accessToken("1")).toBe("b");
});
