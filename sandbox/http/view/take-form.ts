import type { Express, Response } from "express";
import { z } from "zod";
import { Problem } from "../../portal/problem.ts";
import { escapeHtml } from "../html.ts";
import { bodyText, readParams } from "../mount.ts";
import type { Call } from "../route.ts";
import { viewPage, viewRoot } from "./layout.ts";

type Fields = Readonly<Record<string, string>>;

/** A form sent to a page below `/sandbox/view`: what is wanted is done, then the page `act` names is shown. */
export function takeForm(
  app: Express,
  path: string,
  act: (fields: Fields, params: Call["params"]) => string,
): void {
  app.post(`${viewRoot}${path}`, (request, response) => {
    attempt(response, () => {
      const fields = Object.fromEntries(new URLSearchParams(bodyText(request)));
      response.redirect(303, act(fields, readParams(request)));
    });
  });
}

/** Shows a page that says what is wrong when `act` finds something wrong. */
export function attempt(response: Response, act: () => void): void {
  try {
    act();
  } catch (error) {
    const { status, message } = problemOf(error);
    const main = `<p role="alert">${escapeHtml(message)}</p>`;
    response
      .status(status)
      .type("html")
      .send(viewPage("That did not work", "Account", main));
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof z.ZodError) return Problem.validation(z.prettifyError(error));
  throw error;
}
