import { hubspot } from "@hubspot/ui-extensions";
import { Pages } from "./components/Pages.tsx";

hubspot.extend<"pages">(({ context }) => <Pages context={context} />);
