import { StatusTag } from "@hubspot/ui-extensions";

/** As the views say it; see `src/view/card-view.ts`. */
export type Tone = "success" | "warning" | "danger" | "info" | "default";

type Props = { readonly tone: Tone; readonly children: string; readonly testId?: string };

/** A state in one word. The word says it all; the colour only helps. */
export function ToneTag({ tone, children, testId }: Props) {
  return (
    <StatusTag variant={tone} {...(testId === undefined ? {} : { testId })}>
      {children}
    </StatusTag>
  );
}
