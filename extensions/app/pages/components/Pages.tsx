import type { PagesContext } from "@hubspot/ui-extensions";
import { ReaderProvider } from "@medqual/ui/reader.tsx";
import { Home } from "./Home.tsx";

/** The app's pages: one so far, what marketing and sales look at in the morning. */
export function Pages({ context }: { readonly context: PagesContext }) {
  return (
    <ReaderProvider user={context.user}>
      <Home context={context} />
    </ReaderProvider>
  );
}
