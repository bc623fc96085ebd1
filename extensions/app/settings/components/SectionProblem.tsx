import { Alert, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { useProblem } from "../editing.tsx";
import type { Path } from "../path.ts";
import { settingsTexts } from "../texts.ts";

/** What is wrong with a list as a whole. */
export function SectionProblem({ path }: { readonly path: Path }) {
  const texts = useTexts(settingsTexts);
  const { validationMessage, description } = useProblem(path, false);
  const message = validationMessage ?? description;
  if (message === undefined) return null;
  return (
    <Alert title={texts.problem} variant={validationMessage === undefined ? "warning" : "danger"}>
      <Text>{message}</Text>
    </Alert>
  );
}
