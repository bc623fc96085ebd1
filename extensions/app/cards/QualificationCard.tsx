import { hubspot } from "@hubspot/ui-extensions";
import { Qualification } from "./components/Qualification.tsx";

hubspot.extend<"crm.record.tab">(({ context }) => <Qualification context={context} />);
