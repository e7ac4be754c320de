import fastify from "fastify";
import { prismaVerifier } from "./prisma-verify.mjs";

const verify = prismaVerifier();
const app = fastify();

const key = { type: "object", required: ["key"], properties: { key: { type: "string" } } };
app.post("/verify", { schema: { body: key } }, async (request) =>
	verify(/** @type {{ key: string }} */ (request.body).key),
);
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
