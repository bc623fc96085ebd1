import { hubspot, Text } from "@hubspot/ui-extensions";

hubspot.extend<"crm.record.sidebar">(({ context }) => (
  <Text testId="where">{`${context.location} of ${context.crm.objectTypeId}`}</Text>
));
