import { hubspot } from "@hubspot/ui-extensions";
import { Sidebar } from "./components/Sidebar.tsx";

hubspot.extend<"crm.record.sidebar">(({ context }) => <Sidebar context={context} />);
