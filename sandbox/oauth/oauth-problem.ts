import { Problem } from "../portal/problem.ts";

/** How the token endpoint refuses; its bodies differ from all others of HubSpot. */
const refusals = {
  BAD_AUTH_CODE: ["invalid_grant", "missing or unknown auth code"],
  BAD_REFRESH_TOKEN: ["invalid_grant", "refresh token is invalid, expired or revoked"],
  BAD_CODE_VERIFIER: ["invalid_grant", "code verifier does not match the code challenge"],
  BAD_CLIENT_ID: ["invalid_client", "missing or unknown client id"],
  BAD_CLIENT_SECRET: ["invalid_client", "missing or invalid client secret"],
  BAD_REDIRECT_URI: ["invalid_request", "redirect URI does not match the one used to get the code"],
  BAD_GRANT_TYPE: ["unsupported_grant_type", "missing or unknown grant type"],
  BAD_REQUEST: ["invalid_request", "parameters belong in the body, as a form"],
} as const;

export function oauthProblem(status: keyof typeof refusals): Problem {
  const [error, description] = refusals[status];
  return new Problem(400, { error, error_description: description, status, message: description });
}
