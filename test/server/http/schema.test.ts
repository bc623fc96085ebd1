import express from "express";
import request from "supertest";
import { schemaRoutes } from "../../../server/http/routes/schema.ts";
import { playbookSchema } from "../../../server/playbook/playbook-schema.ts";

test("editors read the schema of a playbook where its first line says", async () => {
  const { status, body, type } = await request(express().use(schemaRoutes()))
    .get("/playbook.schema.json")
    .parse((response, done) => {
      let text = "";
      response.on("data", (part: Buffer) => (text += part.toString()));
      response.on("end", () => done(null, JSON.parse(text)));
    });

  expect({ status, type, body }).toEqual({
    status: 200,
    type: "application/schema+json",
    body: JSON.parse(JSON.stringify(playbookSchema())),
  });
});
