import type { PortalRun } from "../context.ts";
import type { Lease } from "../store/leases.ts";
import { type Listing, readListings } from "../store/listings.ts";
import { keepPage } from "../sync/keep-page.ts";
import { type ListedPage, readPage } from "../sync/read-page.ts";
import { attemptListing } from "./attempt.ts";

export type BulkListing = {
  /** Asks for the pages that are due. */
  readonly begin: () => Promise<void>;
  readonly isBusy: () => boolean;
  /** When the next page has been kept. Throws what ends the run. */
  readonly next: () => Promise<void>;
  /** When those asked for have been kept. */
  readonly settle: () => Promise<void>;
};

type Read = { readonly listing: Listing; readonly page: () => Promise<ListedPage> };

/**
 * Listings of several object types side by side, so that HubSpot's answering time costs less of the
 * budget: a type's next page is asked for while this one is kept. A page is kept with its cursor or
 * not at all; one asked for and lost in a crash is asked for again.
 */
export function createBulkListing(run: PortalRun, lease: Lease): BulkListing {
  const { services, portal } = run;
  const underWay = new Map<string, Promise<Read>>();
  let isSettling = false;

  function ask(listing: Listing): void {
    const page = readPage(run, listing);
    // Whoever takes the page hears of a failure; here it must only not end the process.
    const read = page.then(
      () => ({ listing, page: () => page }),
      () => ({ listing, page: () => page }),
    );
    underWay.set(keyOf(listing), read);
  }

  async function keep({ listing, page }: Read): Promise<void> {
    underWay.delete(keyOf(listing));
    await attemptListing(run, listing, async () => {
      const read = await page();
      const { after, total } = read;
      if (after !== null && !isSettling) ask({ ...listing, after, total, attempts: 0 });
      const isKept = await keepPage(run, { listing, page: read }, lease);
      if (!isKept) underWay.delete(keyOf(listing));
      // What the night has missed is read once more, which is work of the other lane.
      else if (after === null && listing.purpose === "nightly")
        await services.bell.ring(portal.portal_id, "live");
    });
  }

  return {
    begin: async () => {
      for (const listing of await readListings(services.db, portal.portal_id))
        if (listing.finished_at === null && listing.due_at <= services.now())
          if (!underWay.has(keyOf(listing))) ask(listing);
    },
    isBusy: () => underWay.size > 0,
    next: async () => keep(await Promise.race(underWay.values())),
    settle: async () => {
      isSettling = true;
      while (underWay.size > 0) await keep(await Promise.race(underWay.values()));
    },
  };
}

function keyOf({ purpose, object_type }: Listing): string {
  return `${purpose} ${object_type}`;
}
