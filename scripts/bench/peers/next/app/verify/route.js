import { prismaVerifier } from "../../../prisma-verify.mjs";

const verify = prismaVerifier();

export async function POST(/** @type {Request} */ request) {
	const { key } = await request.json();
	return Response.json(await verify(key));
}
