import type { NextFunction, Request, Response as Reply } from "express";

/** Turns a form with files into JSON of its texts, `{importRequest, files: [{name, text}]}`, for a route to read. */
export async function readMultipart(
  request: Request,
  _response: Reply,
  next: NextFunction,
): Promise<void> {
  const type = request.header("content-type") ?? "";
  const body: unknown = request.body;
  if (request.method !== "POST" || !type.startsWith("multipart/form-data")) return next();
  if (!Buffer.isBuffer(body)) return next();
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => new FormData());
  const fields: Record<string, string> = {};
  const files: { name: string; text: string }[] = [];
  for (const [name, value] of form) {
    if (typeof value !== "string" && name === "files") {
      files.push({ name: value.name, text: await value.text() });
    } else fields[name] = typeof value === "string" ? value : await value.text();
  }
  request.body = Buffer.from(JSON.stringify({ ...fields, files }));
  next();
}
