import { Button, Flex } from "@hubspot/ui-extensions";
import { Ago } from "@medqual/ui/components/Ago.tsx";
import { Loading } from "@medqual/ui/components/Loading.tsx";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { commonTexts } from "@medqual/ui/texts/common.ts";

type Props = {
  readonly decidedAt: number;
  readonly isPending: boolean;
  readonly onRefresh: () => void;
};

/** How old the decision is, or that another one is on its way. */
export function Freshness({ decidedAt, isPending, onRefresh }: Props) {
  const { header, pending } = useTexts(cardTexts);
  const { refresh } = useTexts(commonTexts);
  if (isPending) return <Loading label={pending} isSmall />;
  return (
    <Flex direction="row" gap="small" align="center" wrap>
      <Ago at={decidedAt}>{header.decided}</Ago>
      <Button size="xs" variant="transparent" onClick={onRefresh} testId="refresh">
        {refresh}
      </Button>
    </Flex>
  );
}
