import { LoadingSpinner } from "@hubspot/ui-extensions";
import { useTexts } from "../reader.tsx";
import { commonTexts } from "../texts/common.ts";

type Props = { readonly label?: string; readonly isSmall?: boolean };

/** Something is on its way. */
export function Loading({ label, isSmall = false }: Props) {
  const { loading } = useTexts(commonTexts);
  return <LoadingSpinner label={label ?? loading} showLabel size={isSmall ? "xs" : "sm"} />;
}
