import type { Failure } from "./ask-server.ts";
import type { CommonTexts } from "./texts/common.ts";

/** Why there is no answer, for the reader. What the server said itself stays as it said it. */
export function failureText(failure: Failure, texts: CommonTexts): string {
  switch (failure.kind) {
    case "no_origin":
      return texts.failure.noOrigin;
    case "unreachable":
      return texts.failure.unreachable;
    case "slow":
      return texts.failure.slow;
    case "said":
      return failure.title;
    case "status":
      return texts.failure.status(failure.status);
  }
}
