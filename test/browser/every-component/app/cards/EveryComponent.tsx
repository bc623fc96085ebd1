import { Flex, hubspot, Tab, Tabs } from "@hubspot/ui-extensions";
import { Fields } from "./components/Fields.tsx";
import { Overlays } from "./components/Overlays.tsx";
import { Pictures } from "./components/Pictures.tsx";
import { Rows } from "./components/Rows.tsx";

hubspot.extend<"crm.record.tab">(({ actions }) => (
  <Flex direction="column" gap="medium">
    <Tabs defaultSelected="fields">
      <Tab tabId="fields" title="Fields">
        <Fields />
      </Tab>
      <Tab tabId="overlays" title="Overlays">
        <Overlays addAlert={actions.addAlert} closeOverlay={actions.closeOverlay} />
      </Tab>
      <Tab tabId="rows" title="Rows">
        <Rows />
      </Tab>
      <Tab tabId="pictures" title="Pictures">
        <Pictures />
      </Tab>
    </Tabs>
  </Flex>
));
