import { Accordion, Flex, Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { FieldNote } from "../../../../src/view/card-view.ts";
import { ActButton } from "./ActButton.tsx";
import { NotSaved } from "./NotSaved.tsx";

/** Values that nobody stated as they stand, each with the press that states it. */
export function Fields({ notes }: { readonly notes: readonly FieldNote[] }) {
  const { fields } = useTexts(cardTexts);
  const format = useFormat();
  if (notes.length === 0) return null;
  const open = notes.filter(({ fix }) => fix !== null).length;
  const title = open === 0 ? fields.read : fields.title(format.number(open));
  return (
    <Accordion title={title} size="small" defaultOpen={open > 0}>
      <Flex direction="column" gap="small">
        {notes.map(({ id, sentence, value, fix }) => (
          <Flex key={id} direction="row" gap="small" align="center" justify="between" wrap>
            <Text>{sentence}</Text>
            {fix === null ? null : (
              <ActButton action={{ kind: "fill", ...fix }} testId={`fix-${id}`}>
                {fields.use(value)}
              </ActButton>
            )}
          </Flex>
        ))}
        <NotSaved
          of={(action) =>
            action.kind === "fill" && notes.some(({ fix }) => fix?.property === action.property)
          }
        />
      </Flex>
    </Accordion>
  );
}
