import { EmptyState, Text } from "@hubspot/ui-extensions";
import type { ReactNode } from "react";

type Props = { readonly title: string; readonly children?: ReactNode };

/** There is nothing to show, and that is no fault. */
export function EmptyNotice({ title, children }: Props) {
  return (
    <EmptyState title={title} layout="vertical">
      {typeof children === "string" ? <Text>{children}</Text> : children}
    </EmptyState>
  );
}
