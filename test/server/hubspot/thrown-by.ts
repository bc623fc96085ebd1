import { AppError } from "../../../server/errors.ts";

/** The `AppError` that `work` ends with; anything else fails the test. */
export async function thrownBy(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("It succeeded, although it should have failed.");
}
