import { Alert, Text } from "@hubspot/ui-extensions";
import type { CardAnswer } from "../../../../src/view/card-view.ts";
import { texts } from "../texts.ts";

export function ModeBanner({ mode }: { readonly mode: CardAnswer["mode"] }) {
  if (mode === "active") return null;
  const { title, body } = texts.mode[mode];
  return (
    <Alert title={title} variant="info">
      <Text>{body}</Text>
    </Alert>
  );
}
