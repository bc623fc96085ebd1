import { hubspot, Text } from "@hubspot/ui-extensions";

hubspot.extend<"settings">(({ context }) => (
  <Text testId="where">{`${context.location} for ${context.user.firstName}`}</Text>
));
