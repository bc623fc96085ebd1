import { openStore, type Store } from "../../server/store/open.ts";

/** A migrated database of its own, in memory. Whoever opens it closes it. */
export function openTestStore(): Promise<Store> {
  return openStore({});
}
